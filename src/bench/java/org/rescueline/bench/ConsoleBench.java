package org.rescueline.bench;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.RequestOptions;
import com.microsoft.playwright.options.WaitUntilState;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.rescueline.testkit.ConsoleBrowser;
import org.rescueline.testkit.RunningService;

/**
 * What somebody at the console waits for: the desk after its address was typed, with nothing cached, and a map of two
 * thousand trucks ({@code bench.trucks}) under the hand, each of which reports every five seconds.
 *
 * <p>The browser has no graphics card, so that every pixel of the map is the processor's work; the script time of each
 * change of the crowd is told beside the frames, since it is the same everywhere.
 */
final class ConsoleBench implements Benchmark {

    private static final int TRUCKS = Integer.getInteger("bench.trucks", 2_000);
    private static final int VISITS = 5;
    private static final int WIDTH = 1_280;
    private static final int HEIGHT = 800;
    private static final double DRAG_SECONDS = 10;
    private static final long PATIENCE_SECONDS = 120;
    private static final double DRAG_RADIUS = 120;
    private static final long MOUSE_STEP_MILLIS = 16;
    private static final int NEARER = 4;

    private static final Map<String, String> CONFIGURATION = Map.of(
            "rescueline.demo.stations", "300",
            "rescueline.demo.vehicles", Integer.toString(TRUCKS),
            "rescueline.demo.trucks-on-road", Integer.toString(TRUCKS),
            "rescueline.demo.trucks-per-connection", "20",
            "rescueline.demo.report-interval", "PT5S");

    /** The frame after the queue, the owed calls and the own cases stand on the desk, in milliseconds of the visit. */
    private static final String USEFUL = """
            () => new Promise((resolve) => {
              const wanted = [
                '[data-testid=queue] ul:nth-of-type(2) li',
                '[data-testid=my-events] :is([data-testid=my-event], [data-testid=empty])',
              ];
              const look = () => {
                if (wanted.every((each) => document.querySelector(each) !== null)) {
                  requestAnimationFrame(() => resolve(performance.now()));
                } else {
                  requestAnimationFrame(look);
                }
              };
              look();
            })""";

    /** Notes every frame and how long the page was kept busy by each change of the crowd. */
    private static final String WATCH = """
            () => {
              const watch = { frames: [], crowd: [], busy: 0, on: true };
              window.watch = watch;
              const note = (at) => {
                watch.frames.push(at);
                if (watch.on) requestAnimationFrame(note);
              };
              requestAnimationFrame(note);
              watch.observers = ['measure', 'longtask'].map((type) => {
                const observer = new PerformanceObserver((list) => list.getEntries().forEach((entry) => {
                  if (type === 'longtask') watch.busy += entry.duration;
                  else if (entry.name === 'crowd') watch.crowd.push(entry.duration);
                }));
                observer.observe({ type });
                return observer;
              });
            }""";

    private static final String STOP_WATCH = """
            () => {
              const { watch } = window;
              watch.on = false;
              watch.observers.forEach((each) => each.disconnect());
              const seconds = (watch.frames.at(-1) - watch.frames[0]) / 1000;
              const gaps = watch.frames.slice(1).map((at, index) => at - watch.frames[index]).sort((a, b) => a - b);
              const crowd = watch.crowd.sort((a, b) => a - b);
              return [
                (watch.frames.length - 1) / seconds,
                gaps[Math.floor(gaps.length * 0.95)],
                crowd.length,
                crowd[Math.floor(crowd.length / 2)] ?? 0,
                crowd.at(-1) ?? 0,
                watch.busy,
              ];
            }""";

    private static final String RENDERER = """
            () => {
              const gl = document.createElement('canvas').getContext('webgl2');
              const told = gl?.getExtension('WEBGL_debug_renderer_info');
              return told ? gl.getParameter(told.UNMASKED_RENDERER_WEBGL) : 'unknown';
            }""";

    @Override
    public void run(Metrics metrics) throws Exception {
        try (var service = RunningService.prepareAsShipped("bench-console", CONFIGURATION);
                var browser = ConsoleBrowser.launch()) {
            service.start();
            // The demo's people and trucks come a moment after the service.
            TimeUnit.SECONDS.sleep(15);
            paint(metrics, service, browser);
            map(metrics, service, browser);
        }
    }

    private static void paint(Metrics metrics, RunningService service, ConsoleBrowser browser) {
        // Whoever comes first after a start finds a service that has not compiled anything yet; it is told apart.
        metrics.put("firstVisitMillis", visit(service, browser)[0]);
        var useful = new double[VISITS];
        var contentful = new double[VISITS];
        for (var visit = 0; visit < VISITS; visit++) {
            var seen = visit(service, browser);
            useful[visit] = seen[0];
            contentful[visit] = seen[1];
        }
        Arrays.sort(useful);
        Arrays.sort(contentful);
        metrics.put("firstPaintMillis", useful[VISITS / 2]);
        metrics.put("slowestPaintMillis", useful[VISITS - 1]);
        metrics.put("firstContentMillis", contentful[VISITS / 2]);
    }

    private static double[] visit(RunningService service, ConsoleBrowser browser) {
        try (var window = windowOf(service, browser, "operator")) {
            var page = window.newPage();
            page.navigate("/desk", new Page.NavigateOptions().setWaitUntil(WaitUntilState.COMMIT));
            var useful = number(page.evaluate(USEFUL));
            var contentful = number(
                    page.evaluate("() => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0"));
            return new double[] {useful, contentful};
        }
    }

    private static void map(Metrics metrics, RunningService service, ConsoleBrowser browser) throws InterruptedException {
        try (var window = windowOf(service, browser, "dispatcher")) {
            var page = window.newPage();
            page.navigate("/map");
            page.waitForSelector(
                    "[data-testid=map][data-ready=true]", new Page.WaitForSelectorOptions().setTimeout(PATIENCE_SECONDS * 1_000));
            metrics.put("trucks", shown(page));
            metrics.put("renderer", String.valueOf(page.evaluate(RENDERER)));
            var afar = drag(page);
            for (var step = 0; step < NEARER; step++) {
                page.locator(".maplibregl-ctrl-zoom-in").click();
            }
            TimeUnit.SECONDS.sleep(3);
            var near = drag(page);
            tell(metrics, afar, near);
        }
    }

    /** How many trucks the map shows, once it shows them all. */
    private static long shown(Page page) throws InterruptedException {
        long limit = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        long shown = 0;
        while (shown < TRUCKS) {
            if (System.nanoTime() > limit) {
                throw new IllegalStateException("the map shows " + shown + " trucks of " + TRUCKS);
            }
            TimeUnit.SECONDS.sleep(1);
            var text = page.locator("[data-testid=fleet] header").innerText();
            shown = Long.parseLong("0" + text.replaceAll("\\D", ""));
        }
        return shown;
    }

    private static void tell(Metrics metrics, double[] afar, double[] near) {
        metrics.put("framesPerSecond", Math.min(afar[0], near[0]));
        metrics.put("framesPerSecondAfar", afar[0]);
        metrics.put("framesPerSecondNear", near[0]);
        metrics.put("frameP95Millis", Math.max(afar[1], near[1]));
        metrics.put("crowdChanges", (long) (afar[2] + near[2]));
        metrics.put("crowdChangeMedianMillis", Math.max(afar[3], near[3]));
        metrics.put("crowdChangeSlowestMillis", Math.max(afar[4], near[4]));
        metrics.put("longTaskShare", (afar[5] + near[5]) / (2 * DRAG_SECONDS * TimeUnit.SECONDS.toMillis(1)));
    }

    /** Drags the map round and round under a pressed mouse, as fast as a hand does. */
    private static double[] drag(Page page) throws InterruptedException {
        var box = page.locator("[data-testid=map]").boundingBox();
        double x = box.x + box.width / 2;
        double y = box.y + box.height / 2;
        page.mouse().move(x + DRAG_RADIUS, y);
        page.mouse().down();
        page.evaluate(WATCH);
        long begin = System.nanoTime();
        double seconds = 0;
        while (seconds < DRAG_SECONDS) {
            double turn = 2 * Math.PI * seconds / 2;
            page.mouse().move(x + DRAG_RADIUS * Math.cos(turn), y + DRAG_RADIUS * Math.sin(turn));
            TimeUnit.MILLISECONDS.sleep(MOUSE_STEP_MILLIS);
            seconds = (System.nanoTime() - begin) / 1e9;
        }
        var seen = (List<?>) page.evaluate(STOP_WATCH);
        page.mouse().up();
        return seen.stream().mapToDouble(ConsoleBench::number).toArray();
    }

    private static double number(Object value) {
        return ((Number) value).doubleValue();
    }

    private static BrowserContext windowOf(RunningService service, ConsoleBrowser browser, String username) {
        var window = browser.openWindow(service, WIDTH, HEIGHT);
        window.request()
                .post("/api/v1/session", RequestOptions.create()
                        .setData(Map.of("username", username, "password", "demo")));
        return window;
    }
}
