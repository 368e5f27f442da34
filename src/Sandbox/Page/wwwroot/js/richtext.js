// Text with entities as DOM. Offsets count UTF-16 units, as JavaScript strings do. The text is cut at every boundary; each piece
// is a text node inside the elements of the entities that cover it, so overlapping entities cannot misnest.
import { h } from './dom.js';

const simple = { bold: 'strong', italic: 'em', underline: 'u', strikethrough: 's', code: 'code' };
const blocks = new Set(['blockquote', 'expandable_blockquote', 'pre']);

export function richText(text, entities = [], actions = {}) {
  const all = entities.filter((entity) => entity.length > 0);
  return section(text, 0, text.length, all.filter((entity) => blocks.has(entity.type)), all.filter((entity) => !blocks.has(entity.type)), actions);
}

function section(text, from, to, quotes, inline, actions) {
  const out = document.createDocumentFragment();
  let at = from;
  for (const quote of [...quotes].sort((a, b) => a.offset - b.offset)) {
    const start = Math.max(at, quote.offset);
    const end = Math.min(to, quote.offset + quote.length);
    if (end <= start) continue;
    out.append(inlineRun(text, at, trimEnd(text, at, start), inline, actions));
    out.append(block(quote, inlineRun(text, start, end, inline, actions)));
    at = text[end] === '\n' ? end + 1 : end;
  }
  out.append(inlineRun(text, at, to, inline, actions));
  return out;
}

const trimEnd = (text, from, to) => (to > from && text[to - 1] === '\n' ? to - 1 : to);

function block(entity, content) {
  if (entity.type === 'pre') return h('pre', { class: 'pre' }, content);
  const quote = h('blockquote', { class: 'quote' }, h('div', { class: 'quote-text' }, content));
  if (entity.type === 'expandable_blockquote') makeExpandable(quote);
  return quote;
}

function makeExpandable(quote) {
  quote.classList.add('expandable');
  const toggle = h('button', { type: 'button', class: 'quote-toggle', 'aria-expanded': 'false' }, 'Tampilkan semua');
  toggle.addEventListener('click', () => {
    const open = quote.classList.toggle('open');
    toggle.setAttribute('aria-expanded', String(open));
    toggle.textContent = open ? 'Ringkas' : 'Tampilkan semua';
  });
  quote.append(toggle);
}

function inlineRun(text, from, to, entities, actions) {
  const out = document.createDocumentFragment();
  const cuts = new Set([from, to]);
  const inside = entities.filter((entity) => entity.offset < to && entity.offset + entity.length > from);
  for (const entity of inside) {
    cuts.add(Math.max(from, entity.offset));
    cuts.add(Math.min(to, entity.offset + entity.length));
  }
  const points = [...cuts].sort((a, b) => a - b);
  for (let i = 0; i + 1 < points.length; i++) {
    const [start, end] = [points[i], points[i + 1]];
    let node = document.createTextNode(text.slice(start, end));
    for (const entity of inside) {
      if (entity.offset <= start && entity.offset + entity.length >= end) node = wrap(entity, node, text, actions);
    }
    out.append(node);
  }
  return out;
}

function wrap(entity, node, text, actions) {
  const whole = text.slice(entity.offset, entity.offset + entity.length);
  if (simple[entity.type]) return h(simple[entity.type], {}, node);
  switch (entity.type) {
    case 'spoiler': return spoiler(node);
    case 'text_link': return link(entity.url, node, actions);
    case 'url': return link(whole, node, actions);
    case 'email': return link(`mailto:${whole}`, node, actions);
    case 'bot_command': return h('button', { type: 'button', class: 'inline-link', onclick: () => actions.command?.(whole) }, node);
    case 'mention': case 'hashtag': case 'cashtag': case 'text_mention': return h('span', { class: 'accent' }, node);
    default: return node;
  }
}

function spoiler(node) {
  const span = h('span', { class: 'spoiler', role: 'button', tabindex: '0', 'aria-label': 'Teks tersembunyi, tekan untuk melihat' }, node);
  const reveal = () => {
    span.classList.add('seen');
    span.removeAttribute('aria-label');
    span.removeAttribute('role');
  };
  span.addEventListener('click', reveal);
  span.addEventListener('keydown', (event) => (event.key === 'Enter' || event.key === ' ') && reveal());
  return span;
}

function link(target, node, actions) {
  const address = safeAddress(target);
  if (!address) return node;
  return h('a', {
    href: address, target: '_blank', rel: 'noopener noreferrer',
    onclick: (event) => actions.open?.(address) && event.preventDefault(),
  }, node);
}

// Only web and mail addresses become links, whatever a message claims.
export function safeAddress(target) {
  try {
    const address = new URL(/^[a-z][a-z0-9+.-]*:/i.test(target) ? target : `https://${target}`);
    return ['http:', 'https:', 'mailto:'].includes(address.protocol) ? address.href : null;
  } catch {
    return null;
  }
}
