// Offers only what CaseFlow runs: what isn't run is refused at publication, so drawing it would be a trap.
const refused = new Set([
  'replace-with-task', 'replace-with-complex-gateway', 'replace-with-transaction', 'replace-with-cancel-boundary', 'replace-with-cancel-end',
  'replace-with-compensation-start', 'replace-with-compensation-end', 'replace-with-compensation-boundary', 'replace-with-compensation-intermediate-throw',
  'replace-with-data-object-reference', 'replace-with-data-store-reference', 'toggle-participant-multiplicity',
]);
const undrawn = ['create.data-object', 'create.data-store', 'create.group', 'create.participant-expanded', 'create.task', 'create.exclusive-gateway'];

class SupportedMenu {
  constructor(popupMenu) {
    popupMenu.registerProvider('bpmn-replace', 500, this);
  }

  getPopupMenuEntries() {
    return entries => Object.fromEntries(Object.entries(entries).filter(([name]) => !refused.has(name)));
  }
}

class SupportedPalette {
  constructor(palette, create, elementFactory, bpmnFactory, translate) {
    Object.assign(this, { create, elementFactory, bpmnFactory, translate });
    palette.registerProvider(500, this);
  }

  getPaletteEntries() {
    return entries => {
      for (const name of undrawn) delete entries[name];
      const { 'create.subprocess-expanded': subprocess, ...rest } = entries;
      const translate = this.translate;
      return {
        ...rest,
        'create.user-task': this.entry('activity', 'bpmn-icon-user-task', translate('Create user task'), 'bpmn:UserTask'),
        'create.service-task': this.entry('activity', 'bpmn-icon-service-task', translate('Create service task'), 'bpmn:ServiceTask'),
        'create.rule-task': this.entry('activity', 'bpmn-icon-business-rule-task', translate('Create business rule task'), 'bpmn:BusinessRuleTask'),
        'create.exclusive-gateway': this.entry('gateway', 'bpmn-icon-gateway-xor', translate('Create exclusive gateway'), 'bpmn:ExclusiveGateway'),
        'create.parallel-gateway': this.entry('gateway', 'bpmn-icon-gateway-parallel', translate('Create parallel gateway'), 'bpmn:ParallelGateway'),
        'create.stage': this.action('activity', 'bpmn-icon-subprocess-expanded', translate('Create stage'), event => this.startStage(event)),
      };
    };
  }

  entry(group, className, title, type) {
    return this.action(group, className, title, event => this.create.start(event, this.elementFactory.createShape({ type })));
  }

  action(group, className, title, start) {
    return { group, className, title, action: { dragstart: start, click: start } };
  }

  /** A stage is an embedded subprocess that people see: it comes with the mark, a name and its own start. */
  startStage(event) {
    const stage = this.elementFactory.createShape({ type: 'bpmn:SubProcess', x: 0, y: 0, isExpanded: true });
    const mark = this.bpmnFactory.create('caseflow:Stage', { order: 100 });
    const extensions = this.bpmnFactory.create('bpmn:ExtensionElements', { values: [mark] });
    mark.$parent = extensions;
    extensions.$parent = stage.businessObject;
    stage.businessObject.set('name', this.translate('New stage'));
    stage.businessObject.set('extensionElements', extensions);
    const start = this.elementFactory.createShape({ type: 'bpmn:StartEvent', x: 40, y: 82, parent: stage });
    this.create.start(event, [stage, start], { hints: { autoSelect: [stage] } });
  }
}

/** The next step a person draws is a user task, not BPMN's abstract task. */
class SupportedPad {
  constructor(contextPad, autoPlace, create, elementFactory) {
    Object.assign(this, { autoPlace, create, elementFactory });
    contextPad.registerProvider(500, this);
  }

  getContextPadEntries(source) {
    return entries => {
      const task = entries['append.append-task'];
      if (!task) return entries;
      const shape = () => this.elementFactory.createShape({ type: 'bpmn:UserTask' });
      const drag = event => this.create.start(event, shape(), { source });
      const click = this.autoPlace ? () => this.autoPlace.append(source, shape()) : drag;
      return { ...entries, 'append.append-task': { ...task, className: 'bpmn-icon-user-task', action: { dragstart: drag, click } } };
    };
  }
}

SupportedMenu.$inject = ['popupMenu'];
SupportedPalette.$inject = ['palette', 'create', 'elementFactory', 'bpmnFactory', 'translate'];
SupportedPad.$inject = ['contextPad', 'autoPlace', 'create', 'elementFactory'];

export default {
  __init__: ['supportedMenu', 'supportedPalette', 'supportedPad'],
  supportedMenu: ['type', SupportedMenu],
  supportedPalette: ['type', SupportedPalette],
  supportedPad: ['type', SupportedPad],
};
