package org.rescueline;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.microsoft.playwright.Locator;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import net.sf.geographiclib.Geodesic;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.rescueline.testkit.ConsolePage;
import org.rescueline.testkit.Sipp;
import org.rescueline.testkit.Terminal808;
import org.rescueline.testkit.WholeCentre;

/**
 * The centre at work, from the caller's telephone to the closed case, on real parts: Asterisk, SIPp in the place of people
 * with telephones, a terminal that speaks JT/T 808 over TCP, the packaged service, and its console in Chromium, used by
 * keys. The pages are photographed into {@code target/screenshots}.
 */
class RescuelineEndToEndIT {

    private static final String DRIVER = "13800138001";
    private static final String IMPATIENT = "13800138002";
    private static final String TERMINAL = "13900139001";
    private static final String PLATE = "陕A·测0001";

    /** On the G30 near Weinan. Three decimals, so that the desk's rounding of the place changes nothing. */
    private static final Place TRUCK = new Place(34.502, 109.470);

    /**
     * Four stations that can go, and two nearer ones that cannot. East is nearer than North on the ground although it lies
     * further off in degrees: whoever compares degrees gets the order wrong.
     */
    private static final Site NORTH = new Site("T-NORTH", "测试站北", "09135550001", new Place(34.777, 109.470));

    private static final Site EAST = new Site("T-EAST", "测试站东", "09135550002", new Place(34.502, 109.780));
    private static final Site SOUTHWEST = new Site("T-SOUTHWEST", "测试站西南", "09135550003", new Place(34.100, 109.000));
    private static final Site WEST = new Site("T-WEST", "测试站西", "09135550004", new Place(34.340, 108.300));
    private static final Site WITHOUT_ENGINES =
            new Site("T-CHASSIS", "测试站底盘", "09135550005", new Place(34.540, 109.520));
    private static final Site SUSPENDED = new Site("T-SUSPENDED", "测试站停业", "09135550006", new Place(34.450, 109.400));
    private static final List<Site> ABLE = List.of(NORTH, WEST, EAST, SOUTHWEST);

    private static final Duration RING_OUT = Duration.ofSeconds(6);
    private static final Map<String, String> CONFIGURATION = Map.of(
            "rescueline.spotcheck.ring-timeout",
            RING_OUT.toString(),
            "rescueline.callback.first-due-after",
            "PT1S",
            "rescueline.telephony.desk.wrap-up",
            "PT2S");

    private static final List<String> STAGES =
            List.of("ACCEPTED", "DEPARTED", "ARRIVED", "INSPECTING", "REPAIRING", "COMPLETED");

    private static WholeCentre centre;
    private static ConsolePage operator;
    private static ConsolePage dispatcher;
    private static ConsolePage supervisor;

    private final List<Sipp> people = new ArrayList<>();

    @BeforeAll
    static void openTheCentre() {
        centre = WholeCentre.start("end-to-end", CONFIGURATION);
        centre.employ("operator", "测试坐席01", "OPERATOR", WholeCentre.EXTENSION);
        centre.employ("dispatcher", "测试派单员01", "DISPATCHER");
        centre.employ("supervisor", "测试值班长01", "SUPERVISOR");
        ABLE.forEach(site -> register(site, "ACTIVE", "CHASSIS", "ENGINE_WEICHAI"));
        register(WITHOUT_ENGINES, "ACTIVE", "CHASSIS");
        register(SUSPENDED, "SUSPENDED", "CHASSIS", "ENGINE_WEICHAI");
        registerTruck();
        operator = centre.windowOf("operator");
        dispatcher = centre.windowOf("dispatcher");
        supervisor = centre.windowOf("supervisor");
    }

    @AfterEach
    void sendPeopleHome() {
        people.forEach(Sipp::close);
        centre.awaitSilence();
        assertThat(Stream.of(operator, dispatcher, supervisor).flatMap(page -> page.errors().stream()))
                .as("errors inside the pages")
                .isEmpty();
    }

    @AfterAll
    static void closeTheCentre() {
        if (centre != null) {
            centre.close();
        }
    }

    @Test
    void asksWhoIsThere() {
        try (var stranger = centre.window()) {
            stranger.visit().photograph("sign-in");
            stranger.chooseLanguage("en");
            assertThat(stranger.part("sign-in-submit")).containsText("Sign in");
        }
    }

    /** Paths A and B. */
    @Test
    void turnsACallIntoAnEventFindsItsTruckAndSendsTheNearestStation() {
        operator.goTo("/desk");
        dispatcher.goTo("/board");
        operatorsTelephone("phone-answers-on-notify", Map.of());
        centre.awaitOperatorFree();

        var driver = caller(DRIVER, Duration.ofSeconds(110));
        operatorAnswersTheRingingCall();
        operatorAsksTheStructuredQuestions();
        try (var terminal = centre.terminal(TERMINAL)) {
            truckReportsItsWay(terminal);
            deskShowsTheTruckAndWhoIsNear();
        }
        operatorAsksForARescue();
        deskAndWallboardShowTheCall();
        operatorHangsUp(driver);
        var eventNumber = deskKeepsTheEvent();

        boardRanksStationsByTrueDistance();
        dispatcherSendsTheNearest();
        stationDoesItsWork();

        timelineTellsAllOfIt(eventNumber);
    }

    /** Path C. */
    @Test
    void callsBackSomebodyWhoGaveUpWaiting() {
        operator.goTo("/desk");
        var unanswered = operatorsTelephone("phone-rings-out", Map.of());
        centre.awaitOperatorFree();

        caller(IMPATIENT, Duration.ofSeconds(4));
        operator.shows("waiting-call", shown(IMPATIENT));
        unanswered.succeeded();
        operator.shows("missed-call", shown(IMPATIENT));
        supervisorSeesOneWhoGaveUp();

        operatorsTelephone("phone-answers", Map.of("answer_ms", 300L, "talk_ms", 30_000L));
        people.add(Sipp.answering(
                centre.exchange(), centre.exchange().carrier(), Duration.ofSeconds(1), Duration.ofSeconds(4)));
        operatorCallsBackFromTheList();
        operatorsLegCameFirst();
    }

    /** Path D. */
    @Test
    void spotChecksADutyPhone() {
        var station = stationOf(EAST);
        var phone = Map.of("stationId", station, "dutyPhoneId", dutyPhoneOf(station));
        supervisor.goTo("/stations/" + station);
        supervisor.shows("station-detail", EAST.name());
        var rest = centre.restOf("supervisor");

        people.add(Sipp.answering(
                centre.exchange(), centre.exchange().carrier(), Duration.ofSeconds(2), Duration.ofSeconds(10)));
        rest.post("/spot-checks", phone);
        supervisor.shows("station-check", "三声内接");
        assertThat(ringSecondsOfLastCheck(station)).isBetween(1.8, 3.5);
        supervisor.awaitMap();
        supervisor.photographInBothLanguages("spot-check-answered");

        people.add(Sipp.ringingOut(centre.exchange(), centre.exchange().carrier()));
        rest.post("/spot-checks", phone);
        supervisor.shows("station-check", "无人接");
        assertThat(ringSecondsOfLastCheck(station)).isCloseTo(RING_OUT.toSeconds(), within(1.5));
        assertThat(supervisor.part("station-check").first()).containsText(Pattern.compile("[5-7]\\.\\d 秒"));
        supervisor.shows("duty-phone", "无人接");
        supervisor.photograph("station");
    }

    // ---- path A: the call ----

    private static void operatorAnswersTheRingingCall() {
        operator.shows("ringing-number", spoken(DRIVER));
        operator.shows("call-bar", "测试司机01");
        operator.shows("call-bar", PLATE);
        operator.snapshot("desk-ringing");
        operator.press("F2");
        operator.shows("call-number", spoken(DRIVER));
        operator.shows("caller-name", "测试司机01");
        operator.shows("vehicle-plate", PLATE);
        assertThat(operator.part("event-form")).isVisible();
    }

    private static void operatorAsksTheStructuredQuestions() {
        operator.press("Alt+1");
        assertThat(operator.part("question-PERSON_SAFE")).isFocused();
        // Safe, on the shoulder, nobody hurt, no dangerous goods, fully loaded, will not start, coolant lamp.
        for (var key : List.of("y", "2", "n", "n", "3", "3", "1")) {
            operator.press(key);
            operator.press("Enter");
        }
        assertThat(operator.part("question-WARNING_CODE")).isFocused();
        operator.type("SPN 110 FMI 0");
        operator.press("Enter");
        operator.press("3");
        operator.press("Enter");
        assertThat(operator.part("told-place")).isFocused();
        operator.type("G30 连霍高速 往西安方向 K985+300");
        operator.press("Tab");
        operator.press("Space");
        operator.press("Alt+S");
        operator.type("水温高，停在应急车道，打不着火");
        operator.press("Control+S");
        assertThat(operator.part("save-event")).isVisible();
        assertThat(operator.part("read-back")).hasAttribute("aria-pressed", "true");
    }

    private static void operatorHangsUp(Sipp driver) {
        operator.press("Shift+F2");
        assertThat(operator.part("call-panel")).isHidden();
        driver.succeeded();
    }

    // ---- path B: the truck, the stations, the job ----

    private static void truckReportsItsWay(Terminal808 terminal) {
        var now = Instant.now();
        terminal.report(TRUCK.latitude(), TRUCK.longitude() + 0.004, now.minusSeconds(20));
        terminal.report(TRUCK.latitude(), TRUCK.longitude() + 0.002, now.minusSeconds(10));
        terminal.report(TRUCK.latitude(), TRUCK.longitude(), now);
    }

    private static void deskShowsTheTruckAndWhoIsNear() {
        operator.shows("measured-place", "34.5020, 109.4700");
        assertThat(operator.part("where").locator("[data-freshness=fresh]")).containsText(Pattern.compile("\\d+ 秒前"));
        var nearest = byTrueDistance().limit(3).toList();
        for (int rank = 1; rank <= nearest.size(); rank++) {
            var row = operator.part("station-row-" + rank);
            assertThat(row).hasAttribute("data-station", nearest.get(rank - 1).code());
            assertThat(row).containsText(kilometres(nearest.get(rank - 1)));
        }
    }

    private static void operatorAsksForARescue() {
        operator.press("Control+Enter");
        assertThat(operator.part("rescue-of-event")).isVisible();
    }

    private static void deskAndWallboardShowTheCall() {
        operator.awaitMap();
        operator.photographInBothLanguages("desk-in-call");
        supervisor.goTo("/supervisor");
        supervisor.shows("live-call", "测试坐席01");
        supervisor.photographInBothLanguages("wallboard");
    }

    private static String deskKeepsTheEvent() {
        return operator.part("event-number").innerText().strip().split("\\s+")[0];
    }

    private static void boardRanksStationsByTrueDistance() {
        assertThat(dispatcher.part("job-card")).hasAttribute("data-stage", "PENDING");
        var nearest = byTrueDistance().limit(3).toList();
        for (int rank = 1; rank <= nearest.size(); rank++) {
            dispatcher.shows("station-row-" + rank, nearest.get(rank - 1).name());
            dispatcher.shows("ranking", kilometres(nearest.get(rank - 1)));
        }
        assertThat(dispatcher.part("excluded-row"))
                .containsText(new String[] {WITHOUT_ENGINES.name(), SUSPENDED.name()});
        assertThat(dispatcher.part("excluded-row")).containsText(new String[] {"不能修 潍柴", "站点"});
        rankingIsTrueToTheMetre();
        dispatcher.awaitMap();
        dispatcher.photographInBothLanguages("board-before-assignment");
    }

    private static void rankingIsTrueToTheMetre() {
        var ranking = centre.restOf("dispatcher")
                .get("/stations/nearest?latitude=34.502&longitude=109.47&need=ENGINE_WEICHAI&limit=4");
        List<String> codes = ranking.getList("candidates.station.code");
        List<Number> meters = ranking.getList("candidates.distanceMeters");
        assertThat(codes).isEqualTo(byTrueDistance().map(Site::code).toList());
        assertThat(meters.stream().map(Number::doubleValue))
                .zipSatisfy(byTrueDistance().toList(), (told, site) -> assertThat(told)
                        .isCloseTo(site.meters(), within(0.5)));
    }

    private static void dispatcherSendsTheNearest() {
        dispatcher.press("a");
        assertThat(dispatcher.part("job-card")).hasAttribute("data-stage", "OFFERED");
        dispatcher.shows("job-panel", EAST.name());
        dispatcher.awaitMap();
        dispatcher.photographInBothLanguages("board-after-assignment");
    }

    private static void stationDoesItsWork() {
        for (var stage : STAGES) {
            assertThat(dispatcher.part("advance-" + stage)).isEnabled();
            dispatcher.press("a");
            assertThat(dispatcher.part("job-card")).hasAttribute("data-stage", stage);
        }
    }

    private static void timelineTellsAllOfIt(String eventNumber) {
        operator.search(eventNumber);
        operator.shows("event-detail", eventNumber);
        var lines = operator.part("timeline").locator("li");
        assertThat(lines.last()).containsText("已完成");
        var kinds =
                lines.all().stream().map(line -> line.getAttribute("data-kind")).toList();
        assertThat(kinds)
                .containsSubsequence("EVENT_DRAFTED", "EVENT_OPENED", "RESCUE_REQUESTED", "RESCUE_ASSIGNED")
                .contains("CALL_ANSWERED", "CALL_ENDED", "PRIORITY_DECIDED", "EVENT_EDITED")
                .endsWith("RESCUE_ADVANCED");
        assertThat(lines.filter(new Locator.FilterOptions().setHasText("测试派单员01")))
                .containsText(new String[] {EAST.name(), "已接受", "已出发", "已到达", "检查中", "维修中", "已完成"});
        var instants = lines.locator("time").all().stream()
                .map(time -> Instant.parse(time.getAttribute("datetime")))
                .toList();
        assertThat(instants).hasSameSizeAs(kinds).isSorted();
        operator.photographInBothLanguages("event-timeline");
    }

    // ---- path C: nobody is forgotten ----

    private static void supervisorSeesOneWhoGaveUp() {
        supervisor.goTo("/supervisor");
        supervisor.shows("abandoned-today", "1");
        supervisor.photographInBothLanguages("supervisor");
    }

    private static void operatorCallsBackFromTheList() {
        operator.press("Alt+b");
        operator.shows("callback-row", shown(IMPATIENT));
        assertThat(operator.part("dial")).isEnabled();
        operator.photographInBothLanguages("callbacks");
        operator.press("c");
        operator.shows("callback-detail", "通话中");
        operator.shows("callback-detail", "通话结束");
        operator.press("Alt+y");
        assertThat(operator.part("callback-row")).hasCount(0);
        operator.goTo("/callbacks?view=DONE");
        operator.shows("callback-row", shown(IMPATIENT));
        operator.shows("attempt", "找到本人");
    }

    private static void operatorsLegCameFirst() {
        var rest = centre.restOf("operator");
        String call = rest.get("/callbacks?state=DONE").getString("items[0].attempts[0].callId");
        var legs = rest.get("/calls/" + call);
        assertThat(legs.<String>getList("legs.role")).containsExactly("OPERATOR", "CUSTOMER");
        assertThat(Instant.parse(legs.getString("legs[0].answeredAt")))
                .isBeforeOrEqualTo(Instant.parse(legs.getString("legs[1].startedAt")));
    }

    // ---- people, places, papers ----

    private Sipp caller(String number, Duration patience) {
        var caller = Sipp.caller(centre.exchange(), WholeCentre.HOTLINE, number, patience);
        people.add(caller);
        return caller;
    }

    private Sipp operatorsTelephone(String scenario, Map<String, Long> settings) {
        var exchange = centre.exchange();
        var telephone = Sipp.phone(exchange, exchange.phone(WholeCentre.EXTENSION), scenario, settings);
        people.add(telephone);
        return telephone;
    }

    private static Stream<Site> byTrueDistance() {
        return ABLE.stream().sorted(Comparator.comparingDouble(Site::meters));
    }

    private static String kilometres(Site site) {
        return String.format(Locale.ROOT, "%.1f km", site.meters() / 1000);
    }

    /** As the console writes a mobile number. */
    private static String spoken(String number) {
        return number.substring(0, 3) + " " + number.substring(3, 7) + " " + number.substring(7);
    }

    /** The same, its middle covered for those who do not speak with that person. */
    private static Pattern shown(String number) {
        return Pattern.compile(
                number.substring(0, 3) + " (?:" + number.substring(3, 7) + "|\\*{4}) " + number.substring(7));
    }

    private static String stationOf(Site site) {
        return centre.admin().get("/stations?q=" + site.code()).getString("items[0].id");
    }

    private static String dutyPhoneOf(String station) {
        return centre.admin().get("/stations/" + station).getString("dutyPhones[0].id");
    }

    private static double ringSecondsOfLastCheck(String station) {
        return centre.restOf("supervisor")
                .get("/spot-checks?sort=-requestedAt&stationId=" + station)
                .getDouble("items[0].ringSeconds");
    }

    private static void register(Site site, String status, String... capabilities) {
        centre.admin()
                .post(
                        "/stations",
                        Map.ofEntries(
                                Map.entry("code", site.code()),
                                Map.entry("name", site.name()),
                                Map.entry("officeCode", "WN"),
                                Map.entry("officeName", "渭南"),
                                Map.entry("status", status),
                                Map.entry("starGrade", 4),
                                Map.entry("dutyPhones", List.of(Map.of("number", site.dutyPhone()))),
                                Map.entry("address", "渭南市"),
                                Map.entry("latitude", site.place().latitude()),
                                Map.entry("longitude", site.place().longitude()),
                                Map.entry("capabilities", List.of(capabilities)),
                                Map.entry("nightOpening", true),
                                Map.entry("rescueVans", 2),
                                Map.entry("technicians", 5)));
    }

    private static void registerTruck() {
        centre.admin()
                .post(
                        "/vehicles",
                        Map.of(
                                "vin", "LZGTEST07RX000001",
                                "plate", PLATE,
                                "model", "X6000",
                                "driveForm", "6X4",
                                "engineMake", "WEICHAI",
                                "engineModel", "WP13",
                                "owner", Map.of("company", "测试物流一队"),
                                "contacts", List.of(Map.of("name", "测试司机01", "role", "DRIVER", "number", DRIVER)),
                                "terminals", List.of(Map.of("terminalPhone", TERMINAL))));
    }

    private record Place(double latitude, double longitude) {}

    private record Site(String code, String name, String dutyPhone, Place place) {

        /** From the truck, by a library that the service does not ask. */
        double meters() {
            return Geodesic.WGS84.Inverse(TRUCK.latitude(), TRUCK.longitude(), place.latitude(), place.longitude()).s12;
        }
    }
}
