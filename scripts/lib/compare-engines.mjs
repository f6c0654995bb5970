/**
 * A place where the engines of one run tell each other what they found: a test posts what should come
 * out equal everywhere, and gets what the engines before it posted. The last one sees all.
 */
export function compareEngines() {
  const found = new Map();
  return async (context, next) => {
    const [, name] = /^\/compare-engines\/([\w-]+)$/.exec(context.path) ?? [];
    if (name === undefined || context.method !== 'POST') return next();
    const parts = [];
    for await (const part of context.req) parts.push(part);
    const before = found.get(name) ?? [];
    found.set(name, [...before, JSON.parse(Buffer.concat(parts).toString('utf8'))]);
    context.body = before;
  };
}
