// The driver's HTTP side. Every act carries a header that a foreign page cannot set.
const base = '/sandbox/api';

async function answer(response) {
  if (response.ok) return response.json();
  const body = await response.json().catch(() => ({ error: `Permintaan ditolak (${response.status}).` }));
  throw new Error(body.error ?? `Permintaan ditolak (${response.status}).`);
}

const post = (path, body) =>
  fetch(base + path, { method: 'POST', headers: { 'Content-Type': 'application/json', 'X-Sandbox': '1' }, body: JSON.stringify(body) }).then(answer);

const upload = (path, form) =>
  fetch(base + path, { method: 'POST', headers: { 'X-Sandbox': '1' }, body: form }).then(answer);

export const api = {
  state: () => fetch(`${base}/state`).then(answer),
  messages: (chat, query) => fetch(`${base}/messages?${new URLSearchParams({ chat, ...query })}`).then(answer),
  say: (chat, text, replyTo) => post('/say', { chat, text, replyTo: replyTo ?? null }),
  edit: (chat, message, text) => post('/edit', { chat, message, text }),
  forward: (chat, message, to) => post('/forward', { chat, message, to }),
  press: (chat, message, button) => post('/press', { chat, message, button, wait: false }),
  block: (chat, blocked) => post('/block', { chat, blocked }),
  read: (chat, upTo) => post('/read', { chat, upTo }),
  other: (chat, kind) => post('/other', { chat, kind }),
  addPhone: (name) => post('/phones', { name, label: 'Orang baru' }),
  clock: (act) => post('/clock', act),
  reset: () => post('/reset', {}),
  scene: (id) => post('/scene', { id }),
  machine: () => fetch('/sandbox/machine', { cache: 'no-store' }).then(answer),
  photos: (chat, caption, samples, files) => upload('/photos', form(chat, caption, samples, files)),
  documents: (chat, caption, files, samples = []) => upload('/documents', form(chat, caption, samples, files)),
  fileUrl: (id) => `/sandbox/files/${encodeURIComponent(id)}`,
};

function form(chat, caption, samples, files) {
  const data = new FormData();
  data.set('chat', chat);
  data.set('caption', caption ?? '');
  for (const name of samples) data.append('sample', name);
  for (const file of files) data.append('file', file, file.name);
  return data;
}
