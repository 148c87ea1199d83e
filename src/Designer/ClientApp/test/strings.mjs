// Every English string the editor may show: literals given to translate(), and the labels of its pop-up menus.
import { readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { dirname, join } from 'node:path';

const client = join(dirname(fileURLToPath(import.meta.url)), '..');
const call = /translate\(\s*(['"])((?:(?!\1).)+)\1/g;
const label = /(?:label|title|name):\s*(?:\(\)\s*=>\s*)?(['"])([A-Z][^'"]+)\1/g;

function* files(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* files(path);
    else if (entry.name.endsWith('.js')) yield path;
  }
}

function matches(pattern, path) {
  return [...readFileSync(path, 'utf8').matchAll(pattern)].map(found => found[2]);
}

export function editorStrings() {
  const found = new Set();
  for (const library of ['node_modules/bpmn-js/lib', 'node_modules/diagram-js/lib', 'src/editor'])
    for (const path of files(join(client, library))) matches(call, path).forEach(text => found.add(text));
  for (const menu of ['popup-menu/PopupEntries.js', 'replace/ReplaceOptions.js'])
    matches(label, join(client, 'node_modules/bpmn-js/lib/features', menu)).forEach(text => found.add(text));
  return [...found].sort();
}
