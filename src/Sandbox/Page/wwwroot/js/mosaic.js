// Photos of one message or album as a mosaic; a tap opens them large.
import { api } from './api.js';
import { h } from './dom.js';
import { openViewer } from './viewer.js';

// How many photos stand in each row, by their number.
const rowsOf = [[], [1], [2], [1, 2], [2, 2], [2, 3], [3, 3], [2, 2, 3], [2, 3, 3], [3, 3, 3], [2, 2, 3, 3]];

export function mosaic(parts, phone) {
  const photos = parts.filter((part) => part.m.photo).map((part) => ({ id: part.id, size: part.m.photo.at(-1), caption: part.m.caption, spoiler: part.m.has_media_spoiler }));
  const box = h('div', { class: `mosaic photos-${photos.length}` });
  let next = 0;
  for (const count of rowsOf[Math.min(photos.length, 10)]) {
    const row = photos.slice(next, next + count);
    const line = h('div', { class: `mosaic-row of-${count}` }, row.map((photo, i) => tile(photo, next + i, photos, phone)));
    if (photos.length === 1) line.style.aspectRatio = String(clamp(row[0].size.width / row[0].size.height, 0.75, 1.9));
    next += count;
    box.append(line);
  }
  return box;
}

const clamp = (value, low, high) => Math.min(high, Math.max(low, value || 1.33));

function tile(photo, index, photos, phone) {
  const image = h('img', { src: api.fileUrl(photo.size.file_id), alt: photo.caption ? '' : 'Foto', loading: 'lazy', decoding: 'async', width: photo.size.width, height: photo.size.height });
  return h('button', {
    type: 'button', class: `tile${photo.spoiler ? ' veiled' : ''}`, 'aria-label': `Buka foto ${index + 1} dari ${photos.length}`,
    onclick: () => openViewer(photos.map((item) => ({ src: api.fileUrl(item.size.file_id), caption: item.caption })), index, phone),
  }, image);
}
