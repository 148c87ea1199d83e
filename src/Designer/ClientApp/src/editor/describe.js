import { is } from 'bpmn-js/lib/util/ModelUtil.js';

/** What the properties panel shows of an element; plain data, small enough for one message to the server. */
export function describe(element) {
  const object = element.businessObject;
  const definition = object.eventDefinitions?.[0];
  return {
    id: object.id,
    type: object.$type,
    parent: object.$parent?.id ?? null,
    parentType: object.$parent?.$type ?? null,
    name: object.name ?? '',
    documentation: object.documentation?.[0]?.text ?? '',
    flags: flags(object),
    extensions: extensions(object),
    definition: definition ? describeDefinition(definition, object) : null,
    condition: object.conditionExpression?.body ?? object.completionCondition?.body ?? '',
    isDefault: is(object, 'bpmn:SequenceFlow') && object.sourceRef?.default === object,
    source: object.sourceRef ? reference(object.sourceRef) : null,
    target: object.targetRef ? reference(object.targetRef) : null,
    attachedTo: object.attachedToRef ? reference(object.attachedToRef) : null,
    script: object.script ?? '',
    calledElement: object.calledElement ?? '',
    message: object.messageRef?.name ?? '',
    loop: describeLoop(object.loopCharacteristics, object),
  };
}

/** The steps a person can name: for "not the same person as", for clocks, for the list of problems. */
export function listSteps(registry) {
  return registry
    .filter(element => !element.labelTarget && is(element, 'bpmn:FlowNode'))
    .slice(0, 500)
    .map(element => ({ ...reference(element.businessObject), parent: element.businessObject.$parent?.id ?? null }));
}

function reference(object) {
  return { id: object.id, type: object.$type, name: object.name ?? '' };
}

function flags(object) {
  const found = [];
  if (object.triggeredByEvent) found.push('eventSubProcess');
  if (object.cancelActivity === false || object.isInterrupting === false) found.push('nonInterrupting');
  if (object.$parent?.triggeredByEvent && is(object, 'bpmn:StartEvent')) found.push('inEventSubProcess');
  if (object.isForCompensation) found.push('compensation');
  return found;
}

export function extensions(object) {
  return (object.extensionElements?.values ?? []).filter(node => node.$type.startsWith('caseflow:')).map(describeNode);
}

function describeNode(node) {
  const attributes = {};
  const children = [];
  for (const property of node.$descriptor.properties) {
    const value = node.get(property.name);
    if (value === undefined || value === null) continue;
    if (property.isMany) children.push(...value.map(describeNode));
    else if (property.isAttr) attributes[property.ns.localName] = String(value);
  }
  return { type: lowerFirst(node.$type.replace('caseflow:', '')), attributes, text: node.value ?? '', children };
}

function describeDefinition(definition, object) {
  const timer = ['timeDate', 'timeDuration', 'timeCycle'].find(kind => definition[kind]);
  const reference = definition.messageRef ?? definition.signalRef ?? definition.errorRef ?? definition.escalationRef;
  return {
    type: definition.$type,
    timer: timer ?? '',
    body: timer ? definition[timer].body ?? '' : definition.condition?.body ?? '',
    name: reference?.name ?? (definition.$type === 'bpmn:LinkEventDefinition' ? definition.name ?? '' : ''),
    code: reference?.errorCode ?? reference?.escalationCode ?? '',
    extensions: [...extensions(definition), ...misplaced(object, 'workingTime')],
  };
}

function describeLoop(loop, object) {
  if (!loop) return null;
  return {
    kind: loop.$type === 'bpmn:StandardLoopCharacteristics' ? 'standard' : loop.isSequential ? 'sequential' : 'parallel',
    completion: loop.completionCondition?.body ?? loop.loopCondition?.body ?? '',
    extensions: [...extensions(loop), ...misplaced(object, 'collection')],
  };
}

/** The engine reads these on the event or activity itself as well; the panel shows them where it would write them. */
function misplaced(object, type) {
  return extensions(object).filter(node => node.type === type);
}

const lowerFirst = text => text.charAt(0).toLowerCase() + text.slice(1);
