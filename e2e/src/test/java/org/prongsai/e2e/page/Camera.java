package org.prongsai.e2e.page;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.NotFoundException;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.multi.qrcode.QRCodeMultiReader;
import com.microsoft.playwright.Locator;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/** The camera of a phone, held before a QR code as it is seen or printed. */
final class Camera {

    private Camera() {}

    /** What the code says. */
    static String read(Locator picture) {
        try {
            var seen = ImageIO.read(new ByteArrayInputStream(picture.screenshot()));
            int width = seen.getWidth();
            int height = seen.getHeight();
            var light = new RGBLuminanceSource(width, height, seen.getRGB(0, 0, width, height, null, 0, width));
            return new QRCodeMultiReader()
                    .decode(new BinaryBitmap(new HybridBinarizer(light)))
                    .getText();
        } catch (NotFoundException nothing) {
            throw new AssertionError("no code can be read in " + picture, nothing);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (com.google.zxing.ReaderException damaged) {
            throw new AssertionError("the code cannot be read in " + picture, damaged);
        }
    }
}
