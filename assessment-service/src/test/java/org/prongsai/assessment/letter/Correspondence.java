package org.prongsai.assessment.letter;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.prongsai.assessment.Answer;
import org.prongsai.assessment.ticket.Staff;
import org.prongsai.contracts.EventJson;
import tools.jackson.databind.JsonNode;

/** The letters of a unit: as they are asked for, as they lie, and as they arrive. */
record Correspondence(Staff staff) {

    static final Pattern CODE = Pattern.compile("[0-9A-Z]{4}(-[0-9A-Z]{4}){3}");

    Answer draw(List<String> people, String language) {
        var request = new HashMap<String, Object>();
        request.put("instrument", "iit");
        request.put("channel", "message");
        request.put("people", people);
        if (language != null) {
            request.put("language", language);
        }
        return staff.draw(staff.coordinator(), EventJson.MAPPER.writeValueAsString(request));
    }

    JsonNode draws() {
        return staff.world()
                .getAs(staff.coordinator(), staff.path() + "/draws")
                .json()
                .path("draws");
    }

    int waiting() {
        return draws().valueStream()
                .mapToInt(draw -> draw.path("waiting").asInt())
                .sum();
    }

    int undelivered() {
        return draws().valueStream()
                .mapToInt(draw -> draw.path("undelivered").asInt())
                .sum();
    }

    long rows() {
        return count("true");
    }

    long tried() {
        return count("attempts > 0");
    }

    /** When its only letter is given up. */
    Instant until() {
        return staff.world().one("tickets", Instant.class, "select until from letter where " + here());
    }

    /** Its letters should have arrived by now. */
    void isTooLate() throws SQLException {
        try (var owner = staff.world().owner("tickets");
                var sql = owner.createStatement()) {
            sql.executeUpdate("update letter set until = now() where " + here());
        }
    }

    private String here() {
        return "draw in (select draw from draw join issuing_key using (key) where agency = '"
                + staff.office().agency() + "')";
    }

    private long count(String condition) {
        return staff.world()
                .one("tickets", Long.class, "select count(*) from letter where " + here() + " and " + condition);
    }

    Map<String, byte[]> sealed() {
        var sealed = new HashMap<String, byte[]>();
        staff.world()
                .database("tickets")
                .sql()
                .sql("select encode(sealed, 'hex') from letter where " + here())
                .map(row -> row.get(0, String.class))
                .all()
                .toIterable()
                .forEach(hex -> sealed.put(hex, HexFormat.of().parseHex(hex)));
        return sealed;
    }

    static String code(MimeMessage letter) {
        var code = CODE.matcher(text(letter));
        assertThat(code.find()).isTrue();
        return code.group();
    }

    static String text(MimeMessage letter) {
        try {
            return letter.getContent().toString();
        } catch (IOException | MessagingException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }
}
