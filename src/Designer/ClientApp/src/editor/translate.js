import community from 'bpmn-js-i18n/translations/zn.js';
import own from '../i18n/zh-CN.js';

const tables = { zh: { ...community, ...own } };

/** The editor's own words in the reader's language; English is what bpmn-js itself says. */
export function translations(locale) {
  const table = tables[locale.split('-')[0]] ?? {};
  const translate = (template, values = {}) =>
    (table[template] ?? template).replace(/{([^}]+)}/g, (gap, key) => values[key] ?? gap);
  return { translate: ['value', translate] };
}
