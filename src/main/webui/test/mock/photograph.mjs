/**
 * Photographs the pages in headless Chromium: `node test/mock/photograph.mjs ADDRESS OUT [PATH…]`, or `PATH@user`.
 * Each at 1280×800 and 1920×1080, in Chinese and English; add `--dark` for the night colours.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';

const args = process.argv.slice(2).filter((arg) => !arg.startsWith('--'));
const isDark = process.argv.includes('--dark');
const [address, out, ...paths] = args;
mkdirSync(out, { recursive: true });
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--enable-unsafe-swiftshader'],
});

for (const [width, height] of [
  [1280, 800],
  [1920, 1080],
]) {
  for (const language of ['zh', 'en']) {
    const context = await browser.newContext({
      viewport: { width, height },
      colorScheme: isDark ? 'dark' : 'light',
    });
    await context.addInitScript((chosen) => localStorage.setItem('rescueline.language', chosen), language);
    for (const each of paths) {
      const [path, user = 'operator'] = each.split('@');
      const tab = await context.newPage();
      tab.on('console', (message) => message.type() === 'error' && console.log(`${path}: ${message.text()}`));
      tab.on('pageerror', (error) => console.log(`${path}: ${error.stack}`));
      await context.request.post(`${address}/api/v1/session`, { data: { username: user, password: 'demo' } });
      await tab.goto(address + path);
      await tab.waitForLoadState('networkidle', { timeout: 4000 }).catch(() => undefined);
      await tab
        .locator('[data-testid=map][data-ready=true][data-idle=true]')
        .waitFor({ timeout: 12_000 })
        .catch(() => undefined);
      const overflow = await tab.evaluate(() => [
        document.documentElement.scrollHeight - innerHeight,
        document.documentElement.scrollWidth - innerWidth,
      ]);
      if (overflow.some((pixels) => pixels > 0))
        console.log(`${path} ${width} ${language}: the page scrolls by ${overflow.join(', ')}`);
      const name = `${path.replaceAll('/', '-').slice(1) || 'home'}-${width}-${language}${isDark ? '-dark' : ''}.png`;
      await tab.screenshot({ path: join(out, name) });
      await tab.close();
    }
    await context.close();
  }
}
await browser.close();
