package org.prongsai.e2e.page;

/** What somebody holds in their hands or has on the desk. */
enum Device {
    /** What is left of a small telephone, or of a window of 1,280 at four times its size. */
    NARROW(320, 640),
    PHONE(360, 740),
    DESKTOP(1280, 900);

    final int width;
    final int height;

    Device(int width, int height) {
        this.width = width;
        this.height = height;
    }
}
