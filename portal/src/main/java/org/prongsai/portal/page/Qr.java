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
                if (code.getModule(x, y)) path.append("M%d %dh1v1h-1z".formatted(x + QUIET, y + QUIET));
            }
        }
        return new Qr(code.size + 2 * QUIET, path.toString());
    }
}
