// What the public sees: follows /feed.json of this same program, as a list and as an article; what was retracted is told by /atom.xml.
import { h, icon, iconButton, throttle } from './dom.js';
import { safeAddress } from './richtext.js';

const dateFormat = new Intl.DateTimeFormat('id-ID', { day: 'numeric', month: 'long', year: 'numeric', hour: '2-digit', minute: '2-digit', timeZone: 'Asia/Jakarta' });

export class Portal {
  #items = [];
  #gone = [];
  #titles = new Map();
  #open = null;
  #known = new Set();
  #first = true;
  #drawn = '';
  #failed = 0;

  constructor(desk) {
    this.desk = desk;
    this.title = h('strong', {}, 'Portal berita');
    this.content = h('div', { class: 'portal-content', tabindex: '0', 'aria-live': 'polite' });
    this.back = iconButton('down', 'Kembali ke daftar', { class: 'portal-back', hidden: true, onclick: () => this.#show(null) });
    this.element = h('section', { class: 'pane portal', hidden: true, 'aria-label': 'Portal publik' },
      h('header', { class: 'owner' }, h('span', { class: 'avatar pane-avatar', 'aria-hidden': 'true' }, icon('news', 20)), h('div', {}, h('h2', {}, 'Portal publik'), h('p', {}, 'Yang dibaca warga, langsung'))),
      h('div', { class: 'browser' },
        h('div', { class: 'browser-bar' }, this.back, h('span', { class: 'dots', 'aria-hidden': 'true' }), h('span', { class: 'address' }, `${location.host}/feed.json`)),
        h('div', { class: 'masthead' }, this.title), this.content));
    this.soon = throttle(() => this.refresh(), 500);
    this.visible = false;
    setInterval(() => this.visible && !document.hidden && this.refresh(), 10000);
  }

  setVisible(visible) {
    this.element.hidden = !visible;
    if (visible && !this.visible) {
      this.#failed = 0;
      this.refresh();
    }
    this.visible = visible;
  }

  /** Another office: nothing is known, and nothing of it is news. */
  startOver() {
    this.#first = true;
    this.#known.clear();
    this.#titles.clear();
    this.#open = null;
    this.refresh();
  }

  async refresh() {
    if (this.element.hidden || this.#failed > 3) return;
    try {
      const response = await fetch('/feed.json', { cache: 'no-cache' });
      if (!response.ok) throw new Error(String(response.status));
      const feed = await response.json();
      this.#failed = 0;
      this.title.textContent = feed.title ?? 'Portal berita';
      const stamp = JSON.stringify(feed.items ?? []);
      if (stamp === this.#drawn) return;
      this.#drawn = stamp;
      this.#items = feed.items ?? [];
      for (const item of this.#items) this.#titles.set(item.id, item.title);
      this.#gone = await retractions();
      this.#show(this.#open);
    } catch {
      this.#failed++;
      if (this.#items.length === 0) this.content.replaceChildren(empty('Portal belum tersedia.', 'Feed akan muncul di sini begitu program menyajikannya.'));
    }
  }

  /** Opens an item by its address, if it is one of the feed's. */
  openItem(url) {
    const item = this.#items.find((candidate) => pathOf(candidate.url) === url.pathname);
    if (!item) return false;
    this.desk.reveal('portal');
    this.#show(item.id);
    return true;
  }

  #show(id) {
    const item = this.#items.find((candidate) => candidate.id === id);
    const gone = this.#gone.find((candidate) => candidate.id === id);
    this.#open = item || gone ? id : null;
    this.back.hidden = !this.#open;
    this.content.replaceChildren(item ? this.#article(item) : gone ? h('article', { class: 'article' }, this.#retraction(gone)) : this.#list());
    if (this.#open) this.content.scrollTop = 0;
  }

  #list() {
    if (this.#items.length + this.#gone.length === 0) return empty('Belum ada berita terbit.', 'Begitu Kadis menyetujui, beritanya muncul di sini dalam sekejap.');
    const list = h('ol', { class: 'stories' }, this.#items.map((item, i) => {
      const fresh = !this.#first && !this.#known.has(item.id);
      return h('li', { class: `${i === 0 ? 'lead' : ''} ${fresh ? 'fresh' : ''}` },
        h('button', { type: 'button', class: 'story', onclick: () => this.#show(item.id) },
          item.image && h('img', { src: pathOf(item.image), alt: '', loading: 'lazy' }),
          h('span', { class: 'story-text' }, h('span', { class: 'kicker' }, kicker(item)), h('strong', {}, item.title), h('small', {}, when(item)))));
    }), this.#gone.map((gone) => h('li', { class: 'gone' }, this.#retraction(gone))));
    for (const item of this.#items) this.#known.add(item.id);
    this.#first = false;
    return list;
  }

  /** What stands in the place of an item that was retracted. */
  #retraction({ id, at, reason }) {
    return [h('span', { class: 'kicker' }, `Dicabut ${dateFormat.format(new Date(at))} WIB`), h('s', {}, this.#titles.get(id) ?? 'Sebuah berita'), h('p', {}, reason)];
  }

  #article(item) {
    const body = item.content_html ? fromHtml(item.content_html) : paragraphs(item.content_text ?? '');
    const hasPhoto = body.querySelector?.('img');
    return h('article', { class: 'article' },
      h('span', { class: 'kicker' }, kicker(item)), h('h3', {}, item.title), h('p', { class: 'byline' }, when(item)),
      !hasPhoto && item.image && h('img', { src: pathOf(item.image), alt: '' }),
      h('div', { class: 'body', dir: 'auto' }, body),
      item.url && h('p', {}, h('a', { href: pathOf(item.url), target: '_blank', rel: 'noopener' }, 'Buka halamannya')));
  }
}

const empty = (title, text) => h('div', { class: 'empty' }, icon('news', 44), h('strong', {}, title), h('p', {}, text));
const kicker = (item) => [item.authors?.[0]?.name, item.tags?.[0]].filter(Boolean).join(' · ');
const when = (item) => (item.date_published ? `${dateFormat.format(new Date(item.date_published))} WIB` : '');

async function retractions() {
  const response = await fetch('/atom.xml', { cache: 'no-cache' });
  if (!response.ok) return [];
  const feed = new DOMParser().parseFromString(await response.text(), 'application/xml');
  return [...feed.getElementsByTagNameNS('*', 'deleted-entry')].map((entry) => ({
    id: entry.getAttribute('ref'), at: entry.getAttribute('when'), reason: entry.getElementsByTagNameNS('*', 'comment')[0]?.textContent ?? '',
  }));
}

// The feed's addresses name the public host; here only this program is asked.
function pathOf(address) {
  try {
    const url = new URL(address, location.href);
    return url.pathname + url.search;
  } catch {
    return '#';
  }
}

const paragraphs = (text) => {
  const out = document.createDocumentFragment();
  for (const part of text.split(/\n\s*\n|\n/)) if (part.trim()) out.append(h('p', {}, part));
  return out;
};

const allowed = new Set(['P', 'B', 'STRONG', 'I', 'EM', 'U', 'S', 'BR', 'UL', 'OL', 'LI', 'BLOCKQUOTE', 'FIGURE', 'FIGCAPTION', 'H2', 'H3', 'H4', 'CODE', 'PRE', 'IMG', 'A']);

// The article's HTML is taken apart in an inert document and built anew from a few plain elements.
function fromHtml(html) {
  const out = document.createDocumentFragment();
  rebuild(new DOMParser().parseFromString(html, 'text/html').body, out);
  return out;
}

function rebuild(source, target) {
  for (const node of source.childNodes) {
    if (node.nodeType === Node.TEXT_NODE) target.append(node.textContent);
    if (node.nodeType !== Node.ELEMENT_NODE || ['SCRIPT', 'STYLE', 'TEMPLATE'].includes(node.tagName)) continue;
    if (!allowed.has(node.tagName)) {
      rebuild(node, target);
      continue;
    }
    const made = document.createElement(node.tagName);
    if (node.tagName === 'IMG') {
      made.src = pathOf(node.getAttribute('src') ?? '');
      made.alt = node.getAttribute('alt') ?? '';
      made.loading = 'lazy';
    }
    if (node.tagName === 'A' && safeAddress(node.getAttribute('href') ?? '')) {
      made.href = node.getAttribute('href');
      made.target = '_blank';
      made.rel = 'noopener noreferrer';
    }
    rebuild(node, made);
    target.append(made);
  }
}
