package org.rescueline.demo.staff;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.rescueline.event.EventEdit;
import org.rescueline.event.EventKind;
import org.rescueline.event.QuestionCode;

/**
 * What an invented caller tells: the kind of the matter, the answers to the questions, the story. Drawn from the case's
 * own id, so that the same case always has the same story.
 */
record CaseStory(EventKind kind, Map<QuestionCode, String> answers, String story) {

    private static final int RESCUE_PERCENT = 55;

    private record Trouble(String story, String engine, String lamp) {}

    private static final List<Trouble> TROUBLES = List.of(
            new Trouble("行驶中水温报警，停车后无法再启动，车头下方有冷却液滴漏。", "WONT_START", "COOLANT"),
            new Trouble("机油压力灯常亮，已熄火，不敢再启动。", "WONT_START", "OIL"),
            new Trouble("后桥异响，挂挡后车不走，发动机正常。", "RUNS", "NONE"),
            new Trouble("限扭，尿素故障灯亮，车速上不去。", "RUNS", "CODE"),
            new Trouble("早上打不着火，起动机有咔嗒声。", "WONT_START", "NONE"),
            new Trouble("制动气压打不上来，管路有漏气声。", "STARTS", "CODE"));

    private static final List<EventKind> OTHER_KINDS = List.of(
            EventKind.TECHNICAL_CONSULTATION,
            EventKind.PARTS_QUERY,
            EventKind.REPAIR_REQUEST,
            EventKind.SERVICE_COMPLAINT,
            EventKind.POLICY_QUERY,
            EventKind.SUGGESTION,
            EventKind.PRAISE);

    static CaseStory draw(long seed) {
        var random = new Random(seed);
        if (random.nextInt(100) < RESCUE_PERCENT) {
            return rescue(random);
        }
        var kind = OTHER_KINDS.get(random.nextInt(OTHER_KINDS.size()));
        return new CaseStory(kind, Map.of(), "演示来电：客户已得到答复。");
    }

    boolean wantsRescue() {
        return kind == EventKind.EMERGENCY_RESCUE;
    }

    EventEdit asEdit() {
        return EventEdit.nothing().withKind(kind).withAnswers(answers).withStory(story);
    }

    private static CaseStory rescue(Random random) {
        var trouble = TROUBLES.get(random.nextInt(TROUBLES.size()));
        var answers = new EnumMap<QuestionCode, String>(QuestionCode.class);
        answers.put(QuestionCode.PERSON_SAFE, random.nextInt(10) == 0 ? "NO" : "YES");
        answers.put(
                QuestionCode.STOPPED_ON,
                List.of("LANE", "SHOULDER", "AREA", "OTHER").get(random.nextInt(4)));
        answers.put(QuestionCode.INJURIES, "NONE");
        answers.put(QuestionCode.DANGEROUS_GOODS, random.nextInt(20) == 0 ? "YES" : "NONE");
        answers.put(QuestionCode.LOAD, List.of("EMPTY", "HALF", "FULL").get(random.nextInt(3)));
        answers.put(QuestionCode.ENGINE, trouble.engine());
        answers.put(QuestionCode.WARNING_LAMP, trouble.lamp());
        return new CaseStory(EventKind.EMERGENCY_RESCUE, answers, trouble.story());
    }
}
