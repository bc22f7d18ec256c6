// Draws timeline.json in TimelineJS and vis.json in vis-timeline, in a headless Chromium:
//   node draw_timelines.mjs [--if-present] [--pictures=DIR] FOLDER
// Every dated event must be drawn, nothing may be printed as an error, and no request may leave this machine.
import { mkdirSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromiumPath, withBrowser } from './browser.mjs';
import * as pages from './pages.mjs';
import { Checks, clean, folderArgument, load, loadWorld } from './world.mjs';

const { folder, ifPresent } = folderArgument('draw_timelines.mjs [--if-present] [--pictures=DIR] FOLDER');
const pictures = process.argv.find((a) => a.startsWith('--pictures='))?.slice(11) ?? mkdtempSync(join(tmpdir(), 'demarche-pictures-'));
mkdirSync(pictures, { recursive: true });
const checks = new Checks();
const world = loadWorld(folder);
const titles = world.dated.map((e) => clean(e.title)).filter((t) => t.trim() !== '');

// The shown words are the event's title, markup and all, or its beginning.
function checkTitles(name, shown) {
  const squeeze = (text) => text.replace(/\s+/g, ' ').trim();
  const known = titles.map(squeeze);
  const strange = shown.map(squeeze).filter((words) => words !== '' && !known.some((t) => t.startsWith(words.replace(/…$/, '').trim())));
  if (titles.length === world.dated.length) checks.equal(`${name}: titles that the world does not have`, strange, []);
}

async function drawTimelineJs(open) {
  const { page, problems } = await open('/timelinejs');
  const wanted = Math.max(1, world.dated.length); // an empty world is one slide that says so
  await page.waitForSelector('.tl-timemarker', { state: 'attached', timeout: 120000 });
  await page.waitForTimeout(1500);
  checks.equal('TimelineJS: markers', await page.locator('.tl-timemarker').count(), wanted);
  checks.equal('TimelineJS: slides and the title', await page.locator('.tl-slide').count(), wanted + 1);
  const ids = await page.$$eval('.tl-timemarker', (all) => all.map((m) => m.id.replace(/-marker$/, '')));
  if (world.dated.length > 0) checks.equal('TimelineJS: ids', new Set(ids), new Set(world.dated.map((e) => e.id)));
  if (world.dated.length > 0) checkTitles('TimelineJS', await page.$$eval('.tl-timemarker .tl-headline', (all) => all.map((h) => h.textContent)));
  checks.equal('TimelineJS: script or image from a text', await page.locator('.tl-slide script, .tl-slide img, .tl-timemarker img').count(), 0);
  checks.equal('TimelineJS: errors and outside requests', problems, []);
  await page.screenshot({ path: join(pictures, 'timelinejs.png') });
}

async function drawVis(open) {
  const { page, problems } = await open('/vis');
  await page.waitForFunction('window.ready', null, { timeout: 120000 });
  await page.waitForTimeout(1500);
  checks.equal('vis-timeline: items', await page.locator('.vis-item:not(.vis-dot):not(.vis-line)').count(), world.dated.length);
  checkTitles('vis-timeline', await page.$$eval('.vis-item .vis-item-content', (all) => all.map((h) => h.textContent)));
  const ends = await page.evaluate(() => window.timeline.itemsData.get().filter((i) => i.end && !(new Date(i.end) > new Date(i.start))).length);
  checks.equal('vis-timeline: ranges that do not end after their start', ends, 0);
  checks.equal('vis-timeline: script or image from a text', await page.locator('.vis-item script, .vis-item img').count(), 0);
  checks.equal('vis-timeline: errors and outside requests', problems, []);
  await page.screenshot({ path: join(pictures, 'vis-timeline.png') });
}

const playwright = await load('playwright-core', checks, ifPresent);
if (playwright && !chromiumPath()) {
  if (ifPresent) console.log('skipped Chromium is not installed');
  else checks.fail('Chromium is not installed; on Debian: apt-get install chromium');
} else if (playwright) {
  const { chromium } = playwright.default ?? playwright;
  await withBrowser({ chromium, folder, pages: { '/timelinejs': pages.timelinejs, '/vis': pages.vis } }, async (open) => {
    await checks.run('TimelineJS', () => drawTimelineJs(open));
    await checks.run('vis-timeline', () => drawVis(open));
  });
  console.log(`pictures are in ${pictures}`);
}
process.exit(checks.failures > 0 ? 1 : 0);
