package org.prongsai.assessment.pool;

/** How a statement names many answers at once. */
public final class ResponseRows {

    /**
     * Those of {@code response r} whose pool and token stand beside each other in {@code :pools} and {@code :tokens}, the latter
     * in hex. The list of tokens is what an index is entered by. The pairs are looked up in a table made once, and not
     * joined: a plan that expects ten answers may join ten thousand by reading all for each.
     */
    public static final String AMONG = """
            r.token_hash = any(array(select decode(hex, 'hex') from unnest(:tokens) hex))
                and ((r.pool, r.token_hash) in (
                    select pool, decode(hex, 'hex') from unnest(:pools, :tokens) as t(pool, hex))) is true""";

    private ResponseRows() {}
}
