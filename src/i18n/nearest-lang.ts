type Listener = () => void;

/** One observer for each document or shadow root, for as long as an element in it listens. */
const watched = new WeakMap<Node, { observer: MutationObserver; listeners: Set<Listener> }>();

function hostOf(root: Node): Element | undefined {
  return root instanceof ShadowRoot ? root.host : undefined;
}

/** The `lang` of the nearest ancestor that has one, through shadow hosts; `''` when none has. */
export function nearestLang(element: Element): string {
  const own = element.closest('[lang]')?.getAttribute('lang');
  if (own) return own;
  const host = hostOf(element.getRootNode());
  return host === undefined ? '' : nearestLang(host);
}

function watchRoot(root: Node, listener: Listener): () => void {
  let entry = watched.get(root);
  if (entry === undefined) {
    const listeners = new Set<Listener>();
    const observer = new MutationObserver(() => {
      for (const each of listeners) each();
    });
    observer.observe(root, { subtree: true, attributeFilter: ['lang'] });
    entry = { observer, listeners };
    watched.set(root, entry);
  }
  const { observer, listeners } = entry;
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    observer.disconnect();
    watched.delete(root);
  };
}

/** Calls the listener after a `lang` changed anywhere in the roots around the element. */
export function watchLang(element: Element, listener: Listener): () => void {
  const stops: (() => void)[] = [];
  for (let at: Element | undefined = element; at !== undefined;) {
    const root: Node = at.getRootNode();
    stops.push(watchRoot(root, listener));
    at = hostOf(root);
  }
  return () => {
    for (const stop of stops) stop();
  };
}
