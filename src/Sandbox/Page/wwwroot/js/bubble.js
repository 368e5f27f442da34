// A message as a bubble: where it comes from, what it answers, media, text, time, buttons.
import { api } from './api.js';
import { h, icon, iconButton } from './dom.js';
import { richText } from './richtext.js';
import { clock } from './time.js';
import { mosaic } from './mosaic.js';
import { messageMenu } from './sheets.js';

export function drawBubble(parts, list) {
  const [first] = parts;
  const { m } = first;
  const text = parts.find((part) => part.m.text || part.m.caption) ?? first;
  const said = text.m.text ?? text.m.caption ?? '';
  const onlyMedia = m.photo && !said && !m.reply_to_message && !m.forward_origin;
  const bubble = h('div', { class: `bubble${onlyMedia ? ' bare' : ''}${m.photo ? ' has-photo' : ''}${m.sticker ? ' sticker' : ''}${parts.some((part) => part.edited) ? ' was-edited' : ''}` },
    h('span', { class: 'sr' }, first.mine ? 'Anda: ' : 'Bot: '),
    m.forward_origin && h('div', { class: 'forwarded' }, 'Diteruskan dari ', h('b', {}, originName(m.forward_origin))),
    m.reply_to_message && replyQuote(m.reply_to_message, list),
    m.photo && mosaic(parts, list.phone),
    otherContent(parts),
    said && h('div', { class: 'text', dir: 'auto' }, richText(said, text.m.entities ?? text.m.caption_entities, textActions(list.phone))),
    h('span', { class: 'meta' },
      parts.some((part) => part.edited) && h('span', { class: 'edited' }, 'diedit'),
      h('time', { datetime: new Date(m.date * 1000).toISOString() }, clock(m.date * 1000)),
      first.mine && h('span', { class: 'ticks', 'aria-hidden': 'true' }, icon('check', 14), icon('check', 14))));
  const more = iconButton('more', 'Tindakan untuk pesan ini', { class: 'bubble-more', 'aria-haspopup': 'menu', onclick: (event) => messageMenu(list, first, event.currentTarget) }, 18);
  bubble.addEventListener('contextmenu', (event) => {
    if (event.target.closest('a') || String(getSelection())) return;
    event.preventDefault();
    messageMenu(list, first, more);
  });
  return h('div', { class: 'bubble-box' }, h('div', { class: 'bubble-line' }, bubble, more), keyboard(first, list));
}

export const drawService = (message, list) => h('div', { class: 'service' },
  h('button', { type: 'button', onclick: () => list.jumpTo(message.m.pinned_message.message_id) },
    `Bot menyematkan “${(message.m.pinned_message.text ?? message.m.pinned_message.caption ?? 'pesan').slice(0, 40)}”`));

const textActions = (phone) => ({
  command: (command) => phone.say(command),
  open: (address) => phone.openAddress(address),
});

function originName(origin) {
  if (origin.sender_user) return [origin.sender_user.first_name, origin.sender_user.last_name].filter(Boolean).join(' ');
  return origin.chat?.title ?? origin.sender_user_name ?? 'tidak dikenal';
}

function replyQuote(target, list) {
  const name = target.from?.is_bot ? list.phone.desk.bot.name : list.phone.name;
  const said = target.text ?? target.caption ?? (target.photo ? 'Foto' : 'Pesan');
  return h('button', { type: 'button', class: 'reply', onclick: () => list.jumpTo(target.message_id) },
    h('b', {}, name), h('span', {}, said.slice(0, 120)));
}

function otherContent(parts) {
  return parts.flatMap(({ m }) => [
    m.document && fileRow(m.document),
    m.sticker && h('img', { class: 'sticker-image', src: '/sandbox/assets/sticker.svg', alt: 'Stiker', width: '112', height: '112' }),
    m.voice && kind('mic', `Pesan suara, ${m.voice.duration} detik`),
    m.video && kind('image', `Video, ${m.video.duration} detik`),
    m.audio && kind('mic', `Audio, ${m.audio.duration} detik`),
    m.contact && kind('phone', m.contact.first_name),
    m.location && kind('pin', 'Lokasi'),
    m.poll && kind('help', m.poll.question),
    m.dice && kind('smile', `Dadu: ${m.dice.value}`),
  ]);
}

const kind = (shape, text) => h('div', { class: 'kind' }, h('span', { class: 'kind-icon' }, icon(shape, 20)), text);

function fileRow(document) {
  return h('a', { class: 'file', href: api.fileUrl(document.file_id), download: document.file_name ?? 'berkas' },
    h('span', { class: 'file-icon' }, icon('file', 22)),
    h('span', { class: 'file-text' }, h('b', {}, document.file_name ?? 'Berkas'), h('small', {}, size(document.file_size))));
}

const size = (bytes) => (bytes >= 1048576 ? `${(bytes / 1048576).toLocaleString('id-ID', { maximumFractionDigits: 1 })} MB` : `${Math.max(1, Math.round(bytes / 1024))} KB`);

function keyboard(message, list) {
  const rows = message.m.reply_markup?.inline_keyboard;
  if (!rows) return null;
  return h('div', { class: 'keyboard', role: 'group', 'aria-label': 'Tombol' }, rows.map((row) => h('div', { class: 'kb-row' }, row.map((button) =>
    h('button', {
      type: 'button', class: `kb ${styleOf(button)}`, dataset: { data: button.callback_data ?? '' },
      onclick: () => list.press(message, button),
    }, h('span', {}, button.text), button.url && icon('link', 13))))));
}

const styleOf = (button) => (['success', 'danger', 'primary'].includes(button.style) ? `kb-${button.style}` : '');
