package org.prongsai.seeds.folder;

import org.prongsai.seeds.demo.Demonstration;
import org.prongsai.seeds.plan.Roster;

/** What stands beside made-up data, so that nobody takes it for anything else. */
public record Legend(String seed, Roster roster, String command) {

    String text(String framework, Demonstration demonstration, String digest) {
        return """
                EVERYTHING IN THIS FOLDER IS MADE UP. Nobody gave these answers and nobody gave these marks.
                ข้อมูลทั้งหมดในโฟลเดอร์นี้เป็นข้อมูลสมมติ ไม่มีผู้ใดตอบหรือให้คะแนนตามนี้

                Names of real units may occur. Which unit got which numbers is luck and says nothing about that unit.
                อาจมีชื่อหน่วยงานที่มีอยู่จริง แต่ตัวเลขของแต่ละหน่วยงานมาจากการสุ่ม ไม่ได้บอกอะไรเกี่ยวกับหน่วยงานนั้น

                made by     %s
                seed        %s
                framework   %s
                units       %,d, of them %,d that exist in no register
                responses   %,d
                digest      %s of the counts in tallies.csv, lines in byte order, without its head

                The same seed, framework and options give the same bytes again, on any machine.

                responses.ndjson  for POST /api/v1/rounds/{round}/responses/imports (at most 5,000 lines a request),
                                  which takes them into a synthetic round only; into one round, not into two
                tallies.csv       how often each option was chosen; nothing is suppressed here
                indicators.csv    the exact mean of each indicator as a fraction, for each part
                marks.csv         for POST /api/v1/rounds/{round}/marks/imports
                population.csv    for PUT /api/v1/rounds/{round}/agencies/{agency}/population
                agencies.csv      only where units exist in no register: for POST /api/v1/agencies/imports
                """.formatted(
                        command,
                        seed,
                        framework,
                        demonstration.units().size(),
                        roster.invented().size(),
                        demonstration.responses(),
                        digest);
    }
}
