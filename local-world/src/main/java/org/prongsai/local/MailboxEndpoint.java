package org.prongsai.local;

import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Shows the mail that the platform has sent. */
@RestController
record MailboxEndpoint(MailServer mail) {

    @GetMapping("/mailbox")
    List<Mail> mailbox(@RequestParam(defaultValue = "") String to) {
        return mail.newestFirst().stream()
                .filter(message -> to.isEmpty() || message.to().equalsIgnoreCase(to))
                .toList();
    }
}
