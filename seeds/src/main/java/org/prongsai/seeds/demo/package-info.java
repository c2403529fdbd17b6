/** Made-up answers and marks for demonstration rounds: the same every time, and never taken from anybody. */
@NullMarked
package org.prongsai.seeds.demo;

import org.jspecify.annotations.NullMarked;
