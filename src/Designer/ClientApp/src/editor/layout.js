/** Gives a file without any drawn shape a layout; others are left as their author drew them. */
export async function withLayout(xml) {
  if (xml.includes('BPMNShape')) return xml;
  const { layoutProcess } = await import('bpmn-auto-layout');
  return layoutProcess(xml);
}
