// The pages that draw our files, as docs/formats.md tells a reader to write them.

export const timelinejs = `<!doctype html><meta charset="utf-8">
<link rel="stylesheet" href="/lib/@knight-lab/timelinejs/dist/css/timeline.css">
<script src="/lib/@knight-lab/timelinejs/dist/js/timeline.js"></script>
<style>html, body { margin: 0 } #timeline { width: 100vw; height: 100vh }</style>
<div id="timeline"></div>
<script>
  // font: null and script_path keep it from asking other hosts.
  window.timeline = new TL.Timeline('timeline', '/data/timeline.json', { font: null, script_path: '/lib/@knight-lab/timelinejs/dist/js/' });
</script>`;

export const vis = `<!doctype html><meta charset="utf-8">
<link rel="stylesheet" href="/lib/vis-timeline/styles/vis-timeline-graph2d.min.css">
<script src="/lib/vis-timeline/standalone/umd/vis-timeline-graph2d.min.js"></script>
<style>
  body { margin: 0; font-family: sans-serif; font-size: 13px }
  .vis-item .vis-item-overflow { overflow: visible } /* else a short range hides its words */
  .vis-item.status-planned, .vis-item.status-possible { border-style: dashed; opacity: .75 }
  .vis-item.status-denied, .vis-item.status-cancelled { text-decoration: line-through }
</style>
<div id="timeline"></div>
<script>
  fetch('/data/vis.json').then((r) => r.json()).then(({ items, groups }) => {
    window.timeline = new vis.Timeline(document.getElementById('timeline'), new vis.DataSet(items), new vis.DataSet(groups), { groupOrder: 'order' });
    window.ready = true;
  });
</script>`;
