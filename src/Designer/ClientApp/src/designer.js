import Modeler from 'bpmn-js/lib/Modeler';
import 'bpmn-js/dist/assets/diagram-js.css';
import 'bpmn-js/dist/assets/bpmn-js.css';
import 'bpmn-js/dist/assets/bpmn-font/css/bpmn-embedded.css';
import './designer.css';
import moddle from './caseflow-moddle.json';
import { describe, listSteps } from './editor/describe.js';
import { Edits } from './editor/edits.js';
import { ProblemMarks } from './editor/problems.js';
import { TrialMarks } from './editor/trial.js';
import { withLayout } from './editor/layout.js';
import { translations } from './editor/translate.js';
import supported from './editor/supported.js';
import popups from './editor/popups.js';

// Below half size the words in the shapes can't be read.
const readable = 0.55;

/** Opens an empty editor. `server` is told of selections and changes; drawing itself never leaves the browser. */
export function open(container, server, locale) {
  const modeler = new Modeler({
    container,
    moddleExtensions: { caseflow: moddle },
    additionalModules: [translations(locale), supported, popups],
  });
  return new Designer(modeler, server);
}

class Designer {
  constructor(modeler, server) {
    this.modeler = modeler;
    this.server = server;
    this.problems = new ProblemMarks(modeler);
    this.trial = new TrialMarks(modeler);
    this.edits = new Edits(modeler);
    this.selected = null;
    this.told = '';
    modeler.on('selection.changed', event => this.select(event.newSelection));
    modeler.on('commandStack.changed', () => this.changed());
    modeler.on('root.set', () => this.tellSelection());
    this.keys = event => this.key(event);
    document.addEventListener('keydown', this.keys);
    this.resized = new ResizeObserver(() => modeler.get('canvas').resized());
    this.resized.observe(modeler.get('canvas').getContainer());
  }

  /** Shows a file; one without shapes is laid out first. Returns what the reader of the file found odd. */
  async load(xml) {
    const { warnings } = await this.modeler.importXML(await withLayout(xml));
    this.showAll(readable);
    this.selected = null;
    await this.changed();
    return warnings.slice(0, 50).map(warning => warning.message);
  }

  /** The whole drawing, no larger than life and clear of the palette; `smallest` is the scale below which only its beginning is shown. */
  showAll(smallest = 0) {
    const canvas = this.modeler.get('canvas');
    canvas.resized();
    const { inner, outer } = canvas.viewbox();
    if (!inner.width || !outer.width) return;
    const fitting = Math.min(1, (outer.width - 180) / inner.width, (outer.height - 60) / inner.height);
    const scale = Math.max(smallest, fitting);
    const above = Math.max(30, (outer.height - inner.height * scale) / 3);
    canvas.viewbox({ x: inner.x - 150 / scale, y: inner.y - above / scale, width: outer.width / scale, height: outer.height / scale });
  }

  zoom(factor) {
    const canvas = this.modeler.get('canvas');
    canvas.zoom(Math.min(4, Math.max(0.1, canvas.zoom() * factor)));
  }

  /** The file as UTF-8 bytes: the server reads them as a stream, since a long string would break the connection. */
  async save() {
    const { xml } = await this.modeler.saveXML({ format: true });
    return new TextEncoder().encode(xml);
  }

  async download(name) {
    const { xml } = await this.modeler.saveXML({ format: true });
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob([xml], { type: 'application/xml' }));
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 1000);
  }

  undo() {
    this.modeler.get('commandStack').undo();
  }

  redo() {
    this.modeler.get('commandStack').redo();
  }

  /** An edit that arrives after its element was deleted is dropped: the server must not fail on it, since with it the drawing would go. */
  edit(method, id, ...values) {
    if (this.edits.has(id)) this.edits[method](id, ...values);
  }

  /** Selects an element and brings it into view; null selects the flow as a whole. */
  goTo(id) {
    const element = id && this.modeler.get('elementRegistry').get(id);
    this.modeler.get('selection').select(element && element !== this.modeler.get('canvas').getRootElement() ? element : null);
    if (element) this.modeler.get('canvas').scrollToElement(element, 120);
  }

  mark(problems) {
    this.problems.show(problems);
  }

  /** Shows one step of a trial run; null ends it. */
  play(frame) {
    this.trial.show(frame);
    // The list below is rendered again after this call; its present step must not stay out of sight.
    setTimeout(() => document.querySelector(frame?.here ? '.cfd-trial > .cfd-note' : '.cfd-trial [aria-current]')?.scrollIntoView({ block: 'nearest' }), 150);
  }

  close() {
    this.resized.disconnect();
    document.removeEventListener('keydown', this.keys);
    this.server = null;
    this.modeler.destroy();
  }

  /** Ctrl+S saves the draft instead of the page, wherever the focus is. */
  key(event) {
    if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 's') return;
    event.preventDefault();
    document.activeElement?.dispatchEvent(new Event('change', { bubbles: true }));
    this.tell('SaveAsked');
  }

  select(elements) {
    const one = elements.length === 1 ? elements[0] : null;
    this.selected = one?.labelTarget ?? one;
    return this.tellSelection();
  }

  async changed() {
    if (!this.flow()) return;
    this.problems.renew();
    const stack = this.modeler.get('commandStack');
    await this.tell('Changed', { canUndo: stack.canUndo(), canRedo: stack.canRedo(), position: stack._stack[stack._stackIdx]?.id ?? -1, steps: listSteps(this.modeler.get('elementRegistry')), process: describe(this.flow()) });
    await this.tellSelection();
  }

  /** Without a selection the panel shows the flow itself. */
  async tellSelection() {
    const registry = this.modeler.get('elementRegistry');
    if (this.selected && !registry.get(this.selected.id)) this.selected = registry.get(this.selected.businessObject?.id) ?? null;
    const element = this.selected ?? this.flow();
    if (!element) return;
    const model = describe(element);
    const text = JSON.stringify(model);
    if (text === this.told) return;
    this.told = text;
    await this.tell('Selected', model);
  }

  /** The process the flow is named after: the first executable one. */
  flow() {
    const processes = this.modeler.getDefinitions()?.rootElements.filter(root => root.$type === 'bpmn:Process') ?? [];
    const businessObject = processes.find(process => process.isExecutable) ?? processes[0];
    return businessObject ? { businessObject } : null;
  }

  async tell(method, ...values) {
    try {
      await this.server?.invokeMethodAsync(method, ...values);
    } catch (error) {
      // The page is being left, or the connection is down and Blazor shows so itself.
      if (this.server) console.debug(error);
    }
  }
}
