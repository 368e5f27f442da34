// What can be attached: sample photos, own photos (made smaller as a phone does), files, and the kinds that a newsroom declines.
import { api } from './api.js';
import { h, icon } from './dom.js';
import { showDialog } from './sheets.js';

const others = [['Sticker', 'Stiker', 'smile'], ['Voice', 'Suara', 'mic'], ['Video', 'Video', 'image'], ['Location', 'Lokasi', 'pin'], ['Contact', 'Kontak', 'phone']];
const longestSide = 1280;

export function openAttach(phone, given = []) {
  const chosen = new Map();
  const own = [];
  const caption = h('textarea', { rows: '2', maxlength: '1024', placeholder: 'Keterangan foto (opsional)', 'aria-label': 'Keterangan foto' });
  const send = h('button', { type: 'button', class: 'button primary', disabled: true }, 'Kirim');
  const samples = h('div', { class: 'samples', role: 'group', 'aria-label': 'Contoh foto' }, phone.desk.samples.map((name) => sample(name)));
  const picked = h('div', { class: 'picked' });
  const photos = h('input', { type: 'file', accept: 'image/*', multiple: true, class: 'sr', tabindex: '-1', 'aria-label': 'Foto dari komputer' });
  const files = h('input', { type: 'file', multiple: true, class: 'sr', tabindex: '-1', 'aria-label': 'Berkas dari komputer' });
  const dialog = h('dialog', { class: 'dialog attach-dialog', 'aria-label': 'Lampirkan' },
    h('h2', {}, 'Lampirkan'),
    h('p', { class: 'hint' }, 'Contoh foto: pilih satu, atau beberapa untuk album.'),
    samples, picked,
    h('div', { class: 'attach-row' },
      h('button', { type: 'button', class: 'button', onclick: () => photos.click() }, icon('image', 18), 'Foto saya'),
      h('button', { type: 'button', class: 'button', onclick: () => files.click() }, icon('file', 18), 'Berkas (.docx, .pdf)')),
    h('p', { class: 'hint' }, 'Contoh dokumen: rilis Word menjadi draf; PDF menjadi lampiran pengumuman.'),
    h('div', { class: 'attach-row', role: 'group', 'aria-label': 'Contoh dokumen' }, phone.desk.documents.map((name) =>
      h('button', { type: 'button', class: 'button', title: name, onclick: () => { dialog.close(); phone.act(() => api.documents(phone.id, caption.value.trim(), [], [name])); } }, icon('file', 18), name.endsWith('.pdf') ? 'Pengumuman .pdf' : 'Rilis .docx'))),
    caption,
    h('div', { class: 'attach-others' }, others.map(([kind, label, shape]) =>
      h('button', { type: 'button', class: 'other', onclick: () => { dialog.close(); phone.act(() => api.other(phone.id, kind)); } }, icon(shape, 18), label))),
    photos, files,
    h('div', { class: 'dialog-actions' }, h('button', { type: 'button', class: 'button', onclick: () => dialog.close() }, 'Batal'), send));

  function sample(name) {
    const order = h('span', { class: 'order', 'aria-hidden': 'true' });
    const button = h('button', {
      type: 'button', class: 'sample', 'aria-pressed': 'false', 'aria-label': label(name),
      onclick: () => {
        if (!chosen.delete(name)) chosen.set(name, order);
        button.setAttribute('aria-pressed', String(chosen.has(name)));
        order.textContent = '';
        [...chosen.values()].forEach((mark, i) => { mark.textContent = i + 1; });
        changed();
      },
    }, h('img', { src: `/sandbox/samples/${name}`, alt: '', loading: 'lazy', width: 160, height: 120 }), order, h('span', { class: 'sample-name' }, label(name)));
    return button;
  }

  function changed() {
    const count = chosen.size + own.length;
    send.disabled = count === 0;
    send.textContent = count > 1 ? `Kirim ${count} foto` : 'Kirim';
  }

  async function addPhotos(list) {
    for (const file of list) {
      const small = await shrink(file);
      if (!small) {
        phone.toast('Foto itu tidak terbaca di sini; dikirim sebagai berkas.');
        await phone.act(() => api.documents(phone.id, '', [file]));
        continue;
      }
      own.push(small);
      const url = URL.createObjectURL(small);
      picked.append(h('img', { src: url, alt: file.name, width: 64, height: 64, onload: () => URL.revokeObjectURL(url) }));
    }
    changed();
  }

  photos.addEventListener('change', () => addPhotos(photos.files));
  files.addEventListener('change', () => {
    const list = [...files.files];
    dialog.close();
    phone.act(() => api.documents(phone.id, caption.value.trim(), list));
  });
  send.addEventListener('click', () => {
    dialog.close();
    phone.act(() => api.photos(phone.id, caption.value.trim(), [...chosen.keys()], own));
  });
  showDialog(dialog);
  const pictures = given.filter((file) => file.type.startsWith('image/'));
  addPhotos(pictures);
}

const label = (name) => name.replace(/^\d+-/, '').replace(/\.jpg$/, '').replaceAll('-', ' ');

/** A phone sends photos at 1280 points at most, upright and without metadata. */
async function shrink(file) {
  try {
    const bitmap = await createImageBitmap(file);
    const scale = Math.min(1, longestSide / Math.max(bitmap.width, bitmap.height));
    const canvas = new OffscreenCanvas(Math.round(bitmap.width * scale), Math.round(bitmap.height * scale));
    const pen = canvas.getContext('2d');
    pen.fillStyle = '#fff';
    pen.fillRect(0, 0, canvas.width, canvas.height);
    pen.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
    return new File([await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.87 })], 'foto.jpg', { type: 'image/jpeg' });
  } catch {
    return null;
  }
}
