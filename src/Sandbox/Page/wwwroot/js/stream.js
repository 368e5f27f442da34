// The server's changes as they happen. After a gap the desk is told to catch up from the revision that it knows.
export function listen(handlers) {
  const source = new EventSource('/sandbox/api/events');
  for (const kind of ['hello', 'message', 'room', 'alert', 'typing', 'commands', 'clock', 'reset', 'scene', 'call', 'update', 'confirmed']) {
    source.addEventListener(kind, (event) => handlers[kind]?.(JSON.parse(event.data), Number(event.lastEventId)));
  }
  source.addEventListener('error', () => handlers.lost?.());
  addEventListener('pagehide', () => source.close());
}
