// Draws the pictures of the README from real output: node docs/pictures/draw.mjs FOLDER
//   graph.png     graph.graphml in Cytoscape.js: its largest connected part and those with links between events, without articles, as many as can be read
//   timeline.png  vis.json in vis-timeline: the three months with the most events
// Needs Chromium and the packages of tests/clients (npm ci there).
import { readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { withBrowser } from '../../tests/clients/browser.mjs';

const folder = process.argv[2];
if (!folder) {
  console.error('usage: draw.mjs FOLDER (made with: cli/run build INPUT -o FOLDER)');
  process.exit(2);
}
const { chromium } = createRequire(new URL('../../tests/clients/package.json', import.meta.url))('playwright-core');
const here = fileURLToPath(new URL('.', import.meta.url));
const kLimit = 150 * 1024;

const graph = `<!doctype html><meta charset="utf-8">
<script src="/lib/cytoscape/dist/cytoscape.min.js"></script>
<style>
  body { margin: 0; font: 13px sans-serif; background: #fff } #graph { width: 1200px; height: 760px }
  #legend { position: absolute; left: 12px; bottom: 10px; color: #444 } #legend b { font-size: 18px; vertical-align: -2px }
</style>
<div id="graph"></div>
<div id="legend"><b style="color: rgb(200,60,40)">●</b> event &nbsp; <b style="color: rgb(40,90,200)">●</b> actor &nbsp; <b style="color: rgb(60,140,70)">●</b> place &nbsp; <b style="color: #999">→</b> takes part, unless it says more</div>
<script>
  fetch('/data/graph.graphml').then((r) => r.text()).then((text) => {
    const file = new DOMParser().parseFromString(text, 'application/xml');
    const data = (element) => Object.fromEntries([...element.querySelectorAll(':scope > data')].map((d) => [d.getAttribute('key'), d.textContent]));
    const nodes = [...file.querySelectorAll('node')].map((n) => ({ data: { ...data(n), id: n.id } })).filter((n) => n.data.node_type !== 'article');
    const kept = new Set(nodes.map((n) => n.data.id));
    const all = [...file.querySelectorAll('edge')]
      .map((e) => ({ data: { ...data(e), id: e.id, source: e.getAttribute('source'), target: e.getAttribute('target') } }))
      .filter((e) => kept.has(e.data.source) && kept.has(e.data.target));
    const whole = cytoscape({ headless: true, elements: { nodes, edges: all } });
    const bySize = whole.elements().components().sort((a, b) => b.nodes().length - a.nodes().length);
    const linked = (part) => part.edges().some((e) => e.data('e_kind') === 'link');
    const parts = [bySize[0], ...bySize.slice(1).filter(linked), ...bySize.slice(1).filter((part) => !linked(part))].filter(Boolean);
    let room = 24;
    const shown = new Set();
    for (const part of parts) {
      if (shown.size > 0 && (part.nodes().length > room || part.nodes().length < 4)) continue;
      room -= part.nodes().length;
      part.nodes().forEach((n) => shown.add(n.id()));
    }
    const edges = all.filter((e) => shown.has(e.data.source));
    const wrapped = { 'text-wrap': 'wrap', 'text-max-width': 110, 'font-size': 11, color: '#222', 'text-valign': 'bottom', 'text-margin-y': 3 };
    const cy = cytoscape({
      container: document.getElementById('graph'),
      elements: { nodes: nodes.filter((n) => shown.has(n.data.id)), edges },
      style: [
        { selector: 'node', style: { label: 'data(label)', 'background-color': (n) => 'rgb(' + n.data('r') + ',' + n.data('g') + ',' + n.data('b') + ')', width: 'data(size)', height: 'data(size)', ...wrapped } },
        { selector: 'edge', style: { label: (e) => (e.data('e_label') === 'participant' ? '' : e.data('e_label')), width: 1, 'line-color': '#bbb', 'target-arrow-color': '#bbb', 'target-arrow-shape': 'triangle', 'arrow-scale': 0.7, 'curve-style': 'bezier', 'font-size': 9, color: '#888', 'text-rotation': 'autorotate', 'text-background-color': '#fff', 'text-background-opacity': 0.8, 'text-background-padding': 1 } },
        { selector: 'edge[e_kind = "link"]', style: { 'line-color': '#d08a7c', 'target-arrow-color': '#d08a7c', 'line-style': 'dashed', color: '#a04030' } },
      ],
    });
    // From a circle and without chance, so that the same file gives the same picture.
    cy.layout({ name: 'circle' }).run();
    cy.layout({ name: 'cose', randomize: false, animate: false, nodeDimensionsIncludeLabels: true, idealEdgeLength: () => 80, nodeRepulsion: () => 90000, numIter: 3000, padding: 20 }).run();
    cy.fit(undefined, 25);
    window.ready = true;
  });
</script>`;

const vis = `<!doctype html><meta charset="utf-8">
<link rel="stylesheet" href="/lib/vis-timeline/styles/vis-timeline-graph2d.min.css">
<script src="/lib/vis-timeline/standalone/umd/vis-timeline-graph2d.min.js"></script>
<style>
  body { margin: 0; font: 13px sans-serif; background: #fff }
  .vis-item .vis-item-overflow { overflow: visible }
  .vis-item.status-planned, .vis-item.status-possible { border-style: dashed; opacity: .75 }
  .vis-item.status-denied .vis-item-content, .vis-item.status-cancelled .vis-item-content { text-decoration: line-through }
</style>
<div id="timeline"></div>
<script>
  fetch('/data/vis.json').then((r) => r.json()).then(({ items, groups }) => {
    const day = 86400000, span = 75 * day, time = (i) => +new Date(i.start);
    const within = (from) => items.filter((i) => time(i) >= from && time(i) <= from + span && +new Date(i.end ?? i.start) <= from + span);
    const best = items.map((i) => within(time(i))).sort((a, b) => b.length - a.length)[0] ?? [];
    const used = new Set(best.map((i) => i.group));
    const from = Math.min(...best.map(time));
    window.timeline = new vis.Timeline(document.getElementById('timeline'), new vis.DataSet(best), new vis.DataSet(groups.filter((g) => used.has(g.id))), {
      groupOrder: 'order', showCurrentTime: false, start: from - 4 * day, end: from + span + 30 * day, margin: { item: { vertical: 3 } },
    });
    window.ready = true;
  });
</script>`;

await withBrowser({ chromium, folder, pages: { '/graph': graph, '/vis': vis }, width: 1200, height: 760 }, async (open) => {
  for (const [path, name, selector] of [['/graph', 'graph.png', 'body'], ['/vis', 'timeline.png', '#timeline']]) {
    const { page, problems } = await open(path);
    await page.waitForFunction('window.ready', null, { timeout: 60000 });
    await page.waitForTimeout(1500);
    if (problems.length > 0) throw new Error(problems.join('; '));
    const file = join(here, name);
    await page.locator(selector).screenshot({ path: file });
    const size = statSync(file).size;
    console.log(`${name}: ${Math.round(size / 1024)} kB`);
    if (size > kLimit || readFileSync(file).length === 0) throw new Error(`${name} is over ${kLimit / 1024} kB; draw fewer events`);
  }
});
