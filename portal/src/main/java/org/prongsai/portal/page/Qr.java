package org.prongsai.portal.page;

import io.nayuki.qrcodegen.QrCode;

/**
 * A QR code as the path of an SVG.
 *
 * @param size of the picture in its own units, the quiet zone included
 * @param path its dark squares
 */
public record Qr(int size, String path) {

    private static final int QUIET = 4;

    /** With the second level of error correction: paper gets dirty. */
    public static Qr of(String text) {
        var code = QrCode.encodeText(text, QrCode.Ecc.MEDIUM);
        var path = new StringBuilder();
        for (int y = 0; y < code.size; y++) {
            for (int x = 0; x < code.size; x++) {
                int from = x;
                while (x < code.size && code.getModule(x, y)) x++;
                if (x > from) run(path, from + QUIET, y + QUIET, x - from);
            }
        }
        return new Qr(code.size + 2 * QUIET, path.toString());
    }

    /** Squares that touch are drawn as one: a sheet has hundreds of codes. */
    private static void run(StringBuilder path, int x, int y, int length) {
        path.append('M')
                .append(x)
                .append(' ')
                .append(y)
                .append('h')
                .append(length)
                .append("v1h-")
                .append(length);
        path.append('z');
    }
}
