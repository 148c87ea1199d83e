import { is } from 'bpmn-js/lib/util/ModelUtil.js';

const roots = {
  'bpmn:MessageEventDefinition': ['bpmn:Message', 'messageRef'],
  'bpmn:SignalEventDefinition': ['bpmn:Signal', 'signalRef'],
  'bpmn:ErrorEventDefinition': ['bpmn:Error', 'errorRef', 'errorCode'],
  'bpmn:EscalationEventDefinition': ['bpmn:Escalation', 'escalationRef', 'escalationCode'],
};

/** What the properties panel can change. Each method is one step for undo. */
export class Edits {
  constructor(modeler) {
    this.modeling = modeler.get('modeling');
    this.factory = modeler.get('bpmnFactory');
    this.definitions = () => modeler.getDefinitions();
    this.registry = modeler.get('elementRegistry');
  }

  has(id) {
    return Boolean(this.find(id));
  }

  /** A process drawn as a pool has no shape of its own: the pool stands in for it. */
  find(id) {
    return this.registry.get(id) ?? this.registry.find(shape => shape.businessObject?.processRef?.id === id);
  }

  element(id) {
    const element = this.find(id);
    if (!element) throw new Error(`Expected an element "${id}", but the diagram has none.`);
    return element;
  }

  object(id) {
    const { businessObject } = this.element(id);
    return businessObject.id === id ? businessObject : businessObject.processRef;
  }

  rename(id, name) {
    const object = this.object(id);
    if (object.$type === 'bpmn:Process') this.set(id, { name });
    else this.modeling.updateLabel(this.element(id), name);
  }

  set(id, properties) {
    const element = this.element(id);
    const object = this.object(id);
    if (object === element.businessObject) this.modeling.updateProperties(element, properties);
    else this.write(element, object, properties);
  }

  document(id, text) {
    const documentation = text ? [this.child('bpmn:Documentation', { text }, this.object(id))] : [];
    this.set(id, { documentation });
  }

  /** Replaces all extension elements of one type. `on`: `element`, `definition` (its first event definition) or `loop`. */
  extend(id, on, type, nodes) {
    const element = this.element(id);
    const owner = this.owner(this.object(id), on);
    if (on !== 'element') this.takeOff(element, type);
    const kept = (owner.extensionElements?.values ?? []).filter(node => node.$type !== qualified(type));
    this.write(element, owner, { extensionElements: this.holder(owner, kept, nodes.map(node => this.node(type, node))) });
  }

  /** What the engine also reads on the element itself moves to where the editor writes it. */
  takeOff(element, type) {
    const values = element.businessObject.extensionElements?.values ?? [];
    const kept = values.filter(node => node.$type !== qualified(type));
    if (kept.length < values.length) this.set(element.id, { extensionElements: this.holder(element.businessObject, kept, []) });
  }

  owner(object, on) {
    if (on === 'definition') return object.eventDefinitions[0];
    return on === 'loop' ? object.loopCharacteristics : object;
  }

  holder(owner, kept, added) {
    if (kept.length + added.length === 0) return undefined;
    const holder = this.child('bpmn:ExtensionElements', { values: [...kept, ...added] }, owner);
    holder.values.forEach(node => { node.$parent = holder; });
    return holder;
  }

  node(type, { attributes, text, children }) {
    const node = this.factory.create(qualified(type), { ...typed(attributes), ...(text ? { value: text } : {}) });
    for (const child of children ?? []) {
      const made = this.node(child.type, child);
      made.$parent = node;
      node.get(child.type === 'setting' ? 'settings' : 'texts').push(made);
    }
    return node;
  }

  /** A sequence flow's condition, or an ad-hoc subprocess's completion condition. */
  condition(id, body) {
    const element = this.element(id);
    const property = is(element, 'bpmn:SequenceFlow') ? 'conditionExpression' : 'completionCondition';
    this.set(id, { [property]: this.expression(body, element.businessObject) });
  }

  makeDefault(id, isDefault) {
    const flow = this.element(id);
    this.modeling.updateProperties(flow.source, { default: isDefault ? flow.businessObject : undefined });
  }

  /** `kind`: timeDate, timeDuration, timeCycle or workingTime (then `nodes` holds its attributes). */
  timer(id, kind, body, nodes) {
    const element = this.element(id);
    const definition = element.businessObject.eventDefinitions[0];
    this.takeOff(element, 'workingTime');
    const changes = { timeDate: undefined, timeDuration: undefined, timeCycle: undefined };
    if (kind !== 'workingTime') changes[kind] = this.expression(body, definition);
    const kept = (definition.extensionElements?.values ?? []).filter(node => node.$type !== 'caseflow:WorkingTime');
    const added = kind === 'workingTime' ? nodes.map(node => this.node('workingTime', node)) : [];
    this.write(element, definition, { ...changes, extensionElements: this.holder(definition, kept, added) });
  }

  /** The message, signal, error or escalation an event (or receive or send task) names; the file's root element is made when new. */
  refer(id, name, code) {
    const element = this.element(id);
    const definition = element.businessObject.eventDefinitions?.[0];
    const owner = definition ?? element.businessObject;
    const [type, property, codeProperty] = roots[owner.$type] ?? roots['bpmn:MessageEventDefinition'];
    this.write(element, owner, { [property]: name || code ? this.root(type, name, codeProperty, code) : undefined });
  }

  root(type, name, codeProperty, code) {
    const elements = this.definitions().rootElements;
    const same = elements.find(root => root.$type === type && root.name === name && (!codeProperty || (root[codeProperty] ?? '') === (code ?? '')));
    if (same) return same;
    const made = this.child(type, { name, ...(codeProperty && code ? { [codeProperty]: code } : {}) }, this.definitions());
    elements.push(made);
    return made;
  }

  /** A conditional event's condition, or a link event's name. */
  define(id, body) {
    const element = this.element(id);
    const definition = element.businessObject.eventDefinitions[0];
    const change = definition.$type === 'bpmn:LinkEventDefinition' ? { name: body } : { condition: this.expression(body, definition) };
    this.write(element, definition, change);
  }

  completion(id, body) {
    const element = this.element(id);
    const loop = element.businessObject.loopCharacteristics;
    const property = loop.$type === 'bpmn:StandardLoopCharacteristics' ? 'loopCondition' : 'completionCondition';
    this.write(element, loop, { [property]: this.expression(body, loop) });
  }

  expression(body, parent) {
    return body ? this.child('bpmn:FormalExpression', { body }, parent) : undefined;
  }

  child(type, properties, parent) {
    const made = this.factory.create(type, properties);
    made.$parent = parent;
    return made;
  }

  write(element, owner, properties) {
    this.modeling.updateModdleProperties(element, owner, properties);
  }
}

const qualified = type => `caseflow:${type.charAt(0).toUpperCase()}${type.slice(1)}`;

const integers = ['order', 'warnAt', 'escalateAt', 'retries'];

function typed(attributes) {
  return Object.fromEntries(Object.entries(attributes ?? {}).map(([name, value]) =>
    [name, name === 'public' ? value === 'true' : integers.includes(name) && /^-?\d+$/.test(value) ? Number(value) : value]));
}
