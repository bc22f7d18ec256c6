// The counts that every reader must find, taken from world.jsonl and not from the writer.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

// Roles whose holders meet in an event; two sources, or two targets, need not.
const meetingRoles = new Set([
  'source target', 'participant participant', 'host participant', 'mediator participant', 'host source', 'mediator source', 'mediator target',
]);

export function loadWorld(folder) {
  const rows = { event: [], link: [], actor: [], place: [], article: [] };
  for (const line of readFileSync(join(folder, 'world.jsonl'), 'utf8').split('\n')) {
    if (line) {
      const row = JSON.parse(line);
      rows[row.type].push(row);
    }
  }
  const actors = new Set(rows.actor.map((a) => a.id));
  const articles = new Set(rows.article.map((a) => a.id));
  const distinct = (list) => new Set(list.map((one) => JSON.stringify(one))).size;
  const takesPart = rows.event.flatMap((e) => e.actors.filter((a) => actors.has(a.id)).map((a) => [a.id, e.id, a.role]));
  const actsFor = rows.actor.flatMap((a) =>
    a.acts_for
      .map((t) => [a.id, actors.has(`state.${t.state}`) ? `state.${t.state}` : `org.${t.state}`])
      .filter(([person, state]) => actors.has(state) && person !== state)
  );
  const kinds = {
    takes_part: distinct(takesPart),
    at: rows.event.filter((e) => e.place).length,
    reported_in: distinct(rows.event.flatMap((e) => e.articles.filter((a) => articles.has(a)).map((a) => [e.id, a]))),
    acts_for: distinct(actsFor),
    link: rows.link.length,
  };
  const pairs = new Set();
  for (const event of rows.event.filter((e) => !['denied', 'cancelled'].includes(e.status))) {
    const present = event.actors.filter((a) => actors.has(a.id));
    present.forEach((a, i) =>
      present.slice(i + 1).forEach((b) => {
        if (a.id !== b.id && meetingRoles.has([a.role, b.role].sort().join(' '))) pairs.add([a.id, b.id].sort().join(' '));
      })
    );
  }
  return {
    ...rows,
    kinds: Object.fromEntries(Object.entries(kinds).filter(([, n]) => n > 0)),
    nodes: rows.event.length + rows.actor.length + rows.place.length + rows.article.length,
    edges: Object.values(kinds).reduce((a, b) => a + b, 0),
    pairs,
    dated: rows.event.filter((e) => e.date.first || e.date.last),
  };
}

// What the writers leave out of a text, so that it can be compared.
export function clean(text) {
  return text
    .replace(/\r\n|[\t\r\n\u2028\u2029]/g, ' ')
    .replace(/[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffe\uffff\u202a-\u202e\u2066-\u2069]/g, '');
}

export const isPlainId = (id) => /^[A-Za-z0-9._:-]+$/.test(id);

// One line a check.
export class Checks {
  failures = 0;

  equal(what, got, wanted) {
    const text = (value) => JSON.stringify(value, (key, v) => (v instanceof Set ? [...v].sort() : v));
    if (text(got) === text(wanted)) {
      const short = text(got);
      console.log(`ok      ${what}${short.length < 60 ? `: ${short}` : ''}`);
    } else {
      this.fail(`${what}: found ${text(got).slice(0, 400)}, expected ${text(wanted).slice(0, 400)}`);
    }
  }

  fail(what) {
    this.failures += 1;
    console.log(`FAILED  ${what}`);
  }

  async run(what, work) {
    try {
      await work();
    } catch (error) {
      this.fail(`${what}: ${error.stack ?? error}`);
    }
  }
}

// The one argument, and whether a missing tool is no failure.
export function folderArgument(usage) {
  const folders = process.argv.slice(2).filter((a) => !a.startsWith('--'));
  if (folders.length !== 1) {
    console.error(`usage: ${usage}`);
    process.exit(2);
  }
  return { folder: folders[0], ifPresent: process.argv.includes('--if-present') };
}

export async function load(name, checks, ifPresent) {
  try {
    return await import(name);
  } catch (error) {
    if (error.code !== 'ERR_MODULE_NOT_FOUND') {
      throw error;
    }
    if (ifPresent) {
      console.log(`skipped ${name} is not installed`);
    } else {
      checks.fail(`${name} is not installed; run npm ci in tests/clients`);
    }
    return null;
  }
}
