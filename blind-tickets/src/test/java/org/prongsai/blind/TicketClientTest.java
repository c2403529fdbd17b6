package org.prongsai.blind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.security.interfaces.RSAPrivateCrtKey;
import java.util.HashSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TicketClientTest {
    private final TicketClient client = new TicketClient();
    private final BlindSigner signer = new BlindSigner(Keys.privateKey(2048));
    private final Blinding blinding = client.begin(Keys.publicKey(2048));

    @Test
    void aTicketIsASignedTokenOf64Bytes() {
        var ticket = blinding.finish(signed(blinding)).orElseThrow();
        assertThat(Base64Url.decode(ticket.token()).orElseThrow()).hasSize(Ticket.TOKEN_BYTES);
        assertThat(Base64Url.decode(ticket.signature()).orElseThrow()).hasSize(256);
        assertThat(new TicketVerifier(Keys.publicKey(2048)).verify(ticket)).isTrue();
    }

    @Test
    void aLostReplyIsAskedForAgain() {
        var kept = new Blinding(blinding.key(), blinding.token(), blinding.blinded(), blinding.inverse());
        assertThat(kept.finish(signed(kept))).isEqualTo(blinding.finish(signed(blinding)));
    }

    @Test
    void whatIsSignedInsteadIsNoTicket() {
        var other = client.begin(Keys.publicKey(2048));
        assertThat(blinding.finish(signed(other))).isEmpty();
        assertThat(blinding.finish(new byte[256])).isEmpty();
        assertThat(blinding.finish(new byte[0])).isEmpty();
        assertThat(blinding.finish(new byte[257])).isEmpty();
        assertThat(blinding.finish(signed(blinding))).isPresent();
    }

    @Test
    void anotherKeysSignatureIsNoTicket() {
        var stranger = new BlindSigner((RSAPrivateCrtKey) Keys.generate(2048).getPrivate());
        var signable = Stream.generate(() -> client.begin(Keys.publicKey(2048)))
                .filter(each -> stranger.fault(blinded(each)).isEmpty())
                .findFirst()
                .orElseThrow();
        assertThat(signable.finish(stranger.sign(blinded(signable)))).isEmpty();
    }

    @Test
    void nothingIsDrawnTwice() {
        var drawn = new HashSet<String>();
        for (int round = 0; round < 20; round++) {
            var one = client.begin(Keys.publicKey(2048));
            assertThat(drawn.add(one.token())).isTrue();
            assertThat(drawn.add(one.token().substring(0, 40))).isTrue();
            assertThat(drawn.add(one.token().substring(46))).isTrue();
            assertThat(drawn.add(one.blinded())).isTrue();
            assertThat(drawn.add(one.inverse())).isTrue();
            assertThat(drawn.add(client.openToken())).isTrue();
        }
    }

    @Test
    void anOpenTokenHas32Bytes() {
        assertThat(Base64Url.decode(client.openToken()).orElseThrow()).hasSize(32);
    }

    @Test
    void aWeakKeyGetsNoToken() {
        assertThatIllegalArgumentException().isThrownBy(() -> client.begin(Keys.publicKey(1024)));
    }

    @Test
    void noLogLineCanJoinTokenAndBlinded() {
        var ticket = blinding.finish(signed(blinding)).orElseThrow();
        assertThat(blinding).hasToString("Blinding[…]");
        assertThat(ticket).hasToString("Ticket[…]");
    }

    private byte[] signed(Blinding one) {
        return signer.sign(blinded(one));
    }

    private static byte[] blinded(Blinding one) {
        return Base64Url.decode(one.blinded()).orElseThrow();
    }
}
