import { test } from 'node:test';
import assert from 'node:assert/strict';
import { editorStrings } from './strings.mjs';
import { translations } from '../src/editor/translate.js';

// Never shown: an example in a comment of the library, and the names of menus of entries we do not offer.
const unseen = new Set(['HELLO {you}']);

test('every string of the editor has a Chinese word', () => {
  const translate = translations('zh-CN').translate[1];
  const missing = editorStrings().filter(text => !unseen.has(text) && !/[\u4e00-\u9fff]/.test(translate(text)) && translate(text) === text);
  assert.deepEqual(missing, []);
});

test('English is left as the editor says it', () => {
  assert.equal(translations('en').translate[1]('Open {element}', { element: 'x' }), 'Open x');
});
