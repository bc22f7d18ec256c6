// Opens graph.graphml, actors.graphml and graph.gexf of an output folder in graphology and Cytoscape.js:
//   node read_with_node.mjs [--if-present] FOLDER
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { Checks, clean, folderArgument, isPlainId, load, loadWorld } from './world.mjs';

const require = createRequire(import.meta.url);
const { folder, ifPresent } = folderArgument('read_with_node.mjs [--if-present] FOLDER');
const checks = new Checks();
const world = loadWorld(folder);
const read = (file) => readFileSync(join(folder, file), 'utf8');
const version = (name) => JSON.parse(readFileSync(new URL(`node_modules/${name}/package.json`, import.meta.url), 'utf8')).version;

const count = (values) => values.reduce((counts, v) => ({ ...counts, [v]: (counts[v] ?? 0) + 1 }), {});
const sorted = (object) => Object.fromEntries(Object.entries(object).sort(([a], [b]) => (a < b ? -1 : 1)));
const present = (value) => value !== undefined && value !== null && value !== '';

function checkEvents(name, attributesOf, start, end) {
  const columns = {
    title: (e) => clean(e.title),
    status: (e) => e.status,
    date: (e) => e.date.edtf,
    [start]: (e) => e.date.first,
    [end]: (e) => e.date.last,
    confidence: (e) => e.confidence,
  };
  const events = world.event.filter((e) => isPlainId(e.id));
  for (const [column, wanted] of Object.entries(columns)) {
    const found = {};
    const expected = {};
    for (const event of events) {
      const value = attributesOf(event.id)[column];
      if (present(value)) found[event.id] = String(value);
      if (present(wanted(event))) expected[event.id] = String(wanted(event));
    }
    checks.equal(`${name}: ${column}`, found, expected);
  }
}

async function withGraphology() {
  const graphology = await load('graphology', checks, ifPresent);
  const graphml = await load('graphology-graphml', checks, ifPresent);
  const gexf = await load('graphology-gexf', checks, ifPresent);
  if (!graphology || !graphml || !gexf) return;
  const { MultiGraph } = graphology.default ?? graphology;
  for (const [file, parser, start, end] of [
    ['graph.graphml', graphml.default, 'start', 'end'],
    ['graph.gexf', gexf.default, 'start_date', 'end_date'],
  ]) {
    await checks.run(file, () => {
      const graph = parser.parse(MultiGraph, read(file));
      const name = `graphology ${version('graphology')}, ${file}`;
      checks.equal(`${name}: nodes`, graph.order, world.nodes);
      checks.equal(`${name}: edges`, graph.size, world.edges);
      checks.equal(`${name}: undirected edges`, graph.undirectedSize, 0);
      checks.equal(`${name}: edges of each kind`, sorted(count(graph.mapEdges((e, a) => a.kind))), sorted(world.kinds));
      checks.equal(`${name}: nodes with a colour`, graph.filterNodes((n, a) => /^(#[0-9a-f]{6}$|rgb\()/.test(a.color)).length, world.nodes);
      // Sigma takes `type` of a node or an edge for the program that draws it.
      checks.equal(`${name}: elements with Sigma's own "type"`, graph.filterNodes((n, a) => 'type' in a).length + graph.filterEdges((e, a) => 'type' in a).length, 0);
      checkEvents(name, (id) => graph.getNodeAttributes(id), start, end);
    });
  }
  await checks.run('actors.graphml', () => {
    const graph = graphml.default.parse(MultiGraph, read('actors.graphml'));
    const pairs = new Set(graph.mapEdges((e, a, source, target) => [source, target].sort().join(' ')));
    checks.equal(`graphology ${version('graphology')}, actors.graphml: pairs`, pairs, world.pairs);
  });
}

async function withCytoscape() {
  const cytoscape = await load('cytoscape', checks, ifPresent);
  const plugin = await load('cytoscape-graphml', checks, ifPresent);
  if (!cytoscape || !plugin) return;
  if (world.edges > 3000) {
    // Its reader with jsdom takes quadratic time: minutes from some 10,000 edges on.
    console.log(`skipped cytoscape-graphml: ${world.edges} edges are too many for its reader`);
    return;
  }
  const { JSDOM } = require('jsdom');
  const { window } = new JSDOM('<!doctype html><body></body>');
  // The plug-in's jQuery wants a page.
  globalThis.window = window;
  globalThis.document = window.document;
  globalThis.DOMParser = window.DOMParser;
  let jquery = require('jquery');
  if (!jquery.fn) jquery = jquery(window);
  cytoscape.default.warnings(false);
  plugin.default(cytoscape.default, jquery);
  for (const file of ['graph.graphml', 'actors.graphml']) {
    await checks.run(file, () => {
      const cy = cytoscape.default({ headless: true });
      cy.graphml({ layoutBy: 'null' });
      cy.graphml(read(file));
      const name = `cytoscape ${version('cytoscape')}, ${file}`;
      if (file === 'graph.graphml') {
        checks.equal(`${name}: nodes`, cy.nodes().length, world.nodes);
        checks.equal(`${name}: edges`, cy.edges().length, world.edges);
        checks.equal(`${name}: edges of each kind`, sorted(count(cy.edges().map((e) => e.data('e_kind')))), sorted(world.kinds));
        checkEvents(name, (id) => cy.getElementById(id).data() ?? {}, 'start', 'end');
      } else {
        const pairs = new Set(cy.edges().map((e) => [e.data('source'), e.data('target')].sort().join(' ')));
        checks.equal(`${name}: pairs`, pairs, world.pairs);
      }
      cy.destroy();
    });
  }
}

await withGraphology();
await withCytoscape();
process.exit(checks.failures > 0 ? 1 : 0);
