// A photo, large, over the whole window; arrows turn through an album.
import { h, iconButton } from './dom.js';

export function openViewer(photos, start) {
  let at = start;
  const before = document.activeElement;
  const image = h('img', { alt: '' });
  const caption = h('figcaption', {});
  const count = h('span', { class: 'viewer-count', 'aria-live': 'polite' });
  const dialog = h('dialog', { class: 'viewer', 'aria-label': 'Foto' },
    h('div', { class: 'viewer-bar' }, count, iconButton('close', 'Tutup', { onclick: () => dialog.close() })),
    h('figure', {}, image, caption),
    photos.length > 1 && iconButton('down', 'Foto sebelumnya', { class: 'viewer-prev', onclick: () => turn(-1) }, 34),
    photos.length > 1 && iconButton('down', 'Foto berikutnya', { class: 'viewer-next', onclick: () => turn(1) }, 34));

  function turn(step) {
    at = (at + step + photos.length) % photos.length;
    image.src = photos[at].src;
    image.alt = photos[at].caption ?? `Foto ${at + 1}`;
    caption.textContent = photos[at].caption ?? '';
    count.textContent = photos.length > 1 ? `${at + 1} dari ${photos.length}` : '';
  }

  dialog.addEventListener('keydown', (event) => {
    if (event.key === 'ArrowLeft') turn(-1);
    if (event.key === 'ArrowRight') turn(1);
  });
  dialog.addEventListener('click', (event) => {
    if (event.target === dialog || event.target.tagName === 'FIGURE') dialog.close();
  });
  dialog.addEventListener('close', () => {
    dialog.remove();
    before?.focus?.({ preventScroll: true });
  });
  turn(0);
  document.getElementById('layer').append(dialog);
  dialog.showModal();
}
