import { test } from 'node:test';
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { BpmnModdle } from 'bpmn-moddle';
import { extensions } from '../src/editor/describe.js';

const descriptor = JSON.parse(readFileSync(new URL('../src/caseflow-moddle.json', import.meta.url)));
const task = `<caseflow:activity type="send-notice" retries="3"><caseflow:setting name="template">="received"</caseflow:setting></caseflow:activity>
  <caseflow:action label="退回" style="return"><caseflow:text lang="en" name="Send back"/></caseflow:action>`;
const file = `<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:caseflow="urn:caseflow:bpmn:1.0" id="d" targetNamespace="t">
  <bpmn:process id="p"><bpmn:serviceTask id="s"><bpmn:extensionElements>${task}</bpmn:extensionElements></bpmn:serviceTask></bpmn:process></bpmn:definitions>`;

const moddle = new BpmnModdle({ caseflow: descriptor });

test('extension elements come through reading and writing', async () => {
  const { rootElement, warnings } = await moddle.fromXML(file);
  assert.deepEqual(warnings, []);
  const { xml } = await moddle.toXML(rootElement);
  for (const part of ['<caseflow:setting name="template">="received"</caseflow:setting>', '<caseflow:text lang="en" name="Send back" />', 'retries="3"'])
    assert.ok(xml.includes(part), `${part} is not in ${xml}`);
});

test('the panel is told every attribute, text and child', async () => {
  const { rootElement } = await moddle.fromXML(file);
  assert.deepEqual(extensions(rootElement.rootElements[0].flowElements[0]), [
    { type: 'activity', attributes: { type: 'send-notice', retries: '3' }, text: '', children: [
      { type: 'setting', attributes: { name: 'template' }, text: '="received"', children: [] }] },
    { type: 'action', attributes: { label: '退回', style: 'return' }, text: '', children: [
      { type: 'text', attributes: { lang: 'en', name: 'Send back' }, text: '', children: [] }] },
  ]);
});
