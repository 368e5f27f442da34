// Builds elements. Text only ever becomes text nodes: nothing in this page parses a string as HTML.
export function h(tag, props = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(props)) {
    if (value === undefined || value === null || value === false) continue;
    if (name.startsWith('on')) element.addEventListener(name.slice(2), value);
    else if (name === 'class') element.className = value;
    else if (name === 'dataset') Object.assign(element.dataset, value);
    else if (value === true) element.setAttribute(name, '');
    else element.setAttribute(name, value);
  }
  append(element, children);
  return element;
}

export function append(element, children) {
  for (const child of children.flat(3)) {
    if (child === undefined || child === null || child === false) continue;
    element.append(child instanceof Node ? child : document.createTextNode(String(child)));
  }
}

const SVG = 'http://www.w3.org/2000/svg';

const shapes = {
  send: 'M3.4 20.4 21 12 3.4 3.6 3 10l11 2-11 2z',
  attach: 'M16.5 6v10.5a4.5 4.5 0 0 1-9 0V5.5a3 3 0 0 1 6 0v10a1.5 1.5 0 0 1-3 0V7H9v8.5a3 3 0 0 0 6 0v-10a4.5 4.5 0 0 0-9 0v11a6 6 0 0 0 12 0V6z',
  menu: 'M4 6.5h16v2H4zm0 4.6h16v2H4zm0 4.6h16v2H4z',
  more: 'M12 8a2 2 0 1 0 0-4 2 2 0 0 0 0 4zm0 2a2 2 0 1 0 0 4 2 2 0 0 0 0-4zm0 6a2 2 0 1 0 0 4 2 2 0 0 0 0-4z',
  close: 'M18.3 5.7a1 1 0 0 0-1.4 0L12 10.6 7.1 5.7a1 1 0 0 0-1.4 1.4l4.9 4.9-4.9 4.9a1 1 0 1 0 1.4 1.4l4.9-4.9 4.9 4.9a1 1 0 0 0 1.4-1.4L13.4 12l4.9-4.9a1 1 0 0 0 0-1.4z',
  down: 'm6 9.5 6 6 6-6-1.4-1.4-4.6 4.6-4.6-4.6z',
  link: 'M14 4v2h2.6l-8.3 8.3 1.4 1.4L18 7.4V10h2V4zM6 6h5V4H6a2 2 0 0 0-2 2v12c0 1.1.9 2 2 2h12a2 2 0 0 0 2-2v-5h-2v5H6z',
  file: 'M7 2a2 2 0 0 0-2 2v16c0 1.1.9 2 2 2h10a2 2 0 0 0 2-2V8l-6-6zm5.5 1.8L17.2 8.5h-4.7z',
  image: 'M19 4H5a2 2 0 0 0-2 2v12c0 1.1.9 2 2 2h14a2 2 0 0 0 2-2V6a2 2 0 0 0-2-2zM8.5 7.5a1.8 1.8 0 1 1 0 3.6 1.8 1.8 0 0 1 0-3.6zM5 18l4.2-5.4 2.8 3.4 3.6-4.8L19.5 18z',
  mic: 'M12 14.5a3 3 0 0 0 3-3v-5a3 3 0 1 0-6 0v5a3 3 0 0 0 3 3zm5.2-3a5.2 5.2 0 0 1-10.4 0H5a7 7 0 0 0 6 6.9V21h2v-2.6a7 7 0 0 0 6-6.9z',
  smile: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM8.7 8.5a1.3 1.3 0 1 1 0 2.6 1.3 1.3 0 0 1 0-2.6zm6.6 0a1.3 1.3 0 1 1 0 2.6 1.3 1.3 0 0 1 0-2.6zM12 17.2a5.2 5.2 0 0 1-4.6-2.8h9.2a5.2 5.2 0 0 1-4.6 2.8z',
  clock: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zm1 4v4.6l3.2 1.9-.9 1.6L11 12.7V7z',
  sun: 'M12 7.5a4.5 4.5 0 1 0 0 9 4.5 4.5 0 0 0 0-9zM11 2h2v3h-2zm0 17h2v3h-2zM2 11h3v2H2zm17 0h3v2h-3zM4.2 5.6l1.4-1.4 2.1 2.1-1.4 1.4zm12.1 12.1 1.4-1.4 2.1 2.1-1.4 1.4zM4.2 18.4l2.1-2.1 1.4 1.4-2.1 2.1zM16.3 6.3l2.1-2.1 1.4 1.4-2.1 2.1z',
  restart: 'M12 5V1.8L6.8 6.6 12 11.2V7.6a5.4 5.4 0 1 1-5.4 5.6H4A8 8 0 1 0 12 5z',
  reply: 'M10 9V5l-7 7 7 7v-4.1c5 0 8.5 1.6 11 5.1-1-5-4-10-11-11z',
  forward: 'M14 9V5l7 7-7 7v-4.1c-5 0-8.5 1.6-11 5.1 1-5 4-10 11-11z',
  pencil: 'M4 16.8V20h3.2l9.5-9.5-3.2-3.2zM19.2 8a1 1 0 0 0 0-1.4l-1.8-1.8a1 1 0 0 0-1.4 0l-1.4 1.4 3.2 3.2z',
  copy: 'M8 3h10a2 2 0 0 1 2 2v11h-2V5H8zM5 7h9a2 2 0 0 1 2 2v10a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2V9c0-1.1.9-2 2-2z',
  pin: 'M15 3.5 20.5 9l-1.3 1.3-.9-.2-3.6 3.6.1 3.4-1.5 1.5-3.7-3.7L4.8 20 4 19.2l5.1-4.8-3.7-3.7 1.5-1.5 3.4.1 3.6-3.6-.2-.9z',
  phone: 'M8 2h8a2 2 0 0 1 2 2v16a2 2 0 0 1-2 2H8a2 2 0 0 1-2-2V4c0-1.1.9-2 2-2zm0 3v12h8V5zm4 13.2a1 1 0 1 0 0 2 1 1 0 0 0 0-2z',
  plus: 'M11 5h2v6h6v2h-6v6h-2v-6H5v-2h6z',
  news: 'M4 4h13v14.5a1.5 1.5 0 0 0 3 0V8h1v10.5A2.5 2.5 0 0 1 18.500 21H5.500A2.500 2.500 0 0 1 3 18.500V5a1 1 0 0 1 1-1zm2 3v4h5V7zm7 0v1.600h2V7zm0 2.800v1.600h2V9.800zM6 13v1.600h9V13zm0 3v1.600h9V16z',
  gear: 'M5 4h14a1 1 0 0 1 1 1v4a1 1 0 0 1-1 1H5a1 1 0 0 1-1-1V5a1 1 0 0 1 1-1zm2 2v2h2V6zm-2 8h14a1 1 0 0 1 1 1v4a1 1 0 0 1-1 1H5a1 1 0 0 1-1-1v-4a1 1 0 0 1 1-1zm2 2v2h2v-2z',
  block: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM5 12a7 7 0 0 1 11.200-5.600L6.400 16.200A7 7 0 0 1 5 12zm7 7a7 7 0 0 1-4.200-1.400l9.800-9.800A7 7 0 0 1 12 19z',
  check: 'm9.500 16.200-4-4L4 13.700l5.500 5.500L20.500 8.200 19 6.700z',
  scene: 'M4 4h2.2l1.600 3H4.500zm4.600 0h2.800l1.600 3h-2.800zm5.200 0H17l1.600 3h-3.200zM4 8.500h16V19a1.500 1.500 0 0 1-1.500 1.500h-13A1.500 1.500 0 0 1 4 19zm6 3v6l5-3z',
  help: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zm1 14h-2v-2h2zm1.800-6.200-.9.9c-.6.600-.9 1.100-.9 2.300h-2v-.5c0-.9.300-1.700.9-2.300l1.200-1.200a1.600 1.600 0 1 0-2.700-1.200H8.500a3.500 3.500 0 1 1 6.300 2z',
};

export function icon(name, size = 22) {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.setAttribute('width', size);
  svg.setAttribute('height', size);
  svg.setAttribute('aria-hidden', 'true');
  svg.classList.add('icon');
  const path = document.createElementNS(SVG, 'path');
  path.setAttribute('d', shapes[name]);
  svg.append(path);
  return svg;
}

export const iconButton = (name, label, props = {}, size) =>
  h('button', { type: 'button', 'aria-label': label, title: label, ...props, class: `icon-button ${props.class ?? ''}` }, icon(name, size));

/** Acts at once, then at most once in a while; what came meanwhile counts once. */
export function throttle(act, wait) {
  let timer = null;
  let last = -Infinity;
  return () => {
    timer ??= setTimeout(() => {
      timer = null;
      last = performance.now();
      act();
    }, Math.max(0, last + wait - performance.now()));
  };
}

export function debounce(act, wait) {
  let timer;
  return () => {
    clearTimeout(timer);
    timer = setTimeout(act, wait);
  };
}
