package org.prongsai.bench.intake;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.random.RandomGenerator;
import org.prongsai.bench.load.Requests;

/** Codes to be exchanged for signatures, each with a number of its own: any number below the modulus can be signed. */
final class Redemptions implements Requests {

    private static final int MODULUS = 256;
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    /** @param codes of one unit, all of one length */
    record Drawn(String path, List<String> codes) {}

    private record Line(Template template, String code) {}

    private final List<Line> lines;
    private final RandomGenerator luck;
    private int sent;

    private Redemptions(List<Line> lines, RandomGenerator luck) {
        this.lines = lines;
        this.luck = luck;
    }

    static Redemptions of(String host, List<Drawn> drawn, RandomGenerator luck) {
        var lines =
                drawn.stream().flatMap(unit -> lines(host, unit, luck).stream()).toList();
        return new Redemptions(lines, luck);
    }

    private static List<Line> lines(String host, Drawn unit, RandomGenerator luck) {
        int length = own(unit.codes().getFirst(), luck).length;
        var template = Template.of(host, unit.path(), "{" + Template.place(length) + "}");
        return unit.codes().stream().map(code -> new Line(template, code)).toList();
    }

    @Override
    public void next(ByteBuffer into) {
        if (sent == lines.size()) {
            throw new IllegalStateException(
                    "all of %,d codes are redeemed: this machine signs faster than was foreseen".formatted(sent));
        }
        var line = lines.get(sent++);
        line.template().write(into, own(line.code(), luck));
    }

    private static byte[] own(String code, RandomGenerator luck) {
        var blinded = new byte[MODULUS];
        luck.nextBytes(blinded);
        blinded[0] = 0;
        return "\"invitation\":\"%s\",\"blinded\":\"%s\""
                .formatted(code, BASE64.encodeToString(blinded))
                .getBytes(StandardCharsets.US_ASCII);
    }
}
