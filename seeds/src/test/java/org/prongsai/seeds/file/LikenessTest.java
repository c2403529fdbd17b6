package org.prongsai.seeds.file;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class LikenessTest {

    @Test
    void moreIsFineAndSoIsAnotherWayToWriteANumber() {
        assertThat(holds("{'ref':'f@1','weight':0.3,'list':[{'a':1,'b':[]}]}", "{'weight':0.30,'list':[{'a':1}]}"))
                .isTrue();
    }

    @Test
    void whatIsEmptyNeedNotBeWritten() {
        assertThat(holds("{}", "{'items':[],'value':null,'texts':{}}")).isTrue();
        assertThat(holds("{'value':0}", "{'value':null}")).isFalse();
    }

    @Test
    void otherValuesAndOtherLengthsDiffer() {
        assertThat(holds("{'a':'x'}", "{'a':'y'}")).isFalse();
        assertThat(holds("{'a':1}", "{'a':2}")).isFalse();
        assertThat(holds("{'a':[1,2]}", "{'a':[1]}")).isFalse();
        assertThat(holds("{}", "{'a':'x'}")).isFalse();
    }

    private static boolean holds(String given, String wanted) {
        JsonMapper json = JsonMapper.shared();
        return Likeness.holds(json.readTree(given.replace('\'', '"')), json.readTree(wanted.replace('\'', '"')));
    }
}
