/** The pages in a real browser, through the gateway, as the people see them who use them. */
package org.prongsai.e2e.page;
