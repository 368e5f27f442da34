import { api } from './api.js';
import { Desk } from './desk.js';
import { listen } from './stream.js';
import { setNow } from './time.js';
import { debounce, throttle } from './dom.js';

const desk = new Desk();
const offline = document.getElementById('offline');
let revision = 0;
let ready = false;
let early = [];

// What came since the desk was drawn last. However much comes at once, each phone is drawn once in a while.
let messages = [];
let rooms = new Map();
const draw = throttle(() => {
  if (!ready) return;
  const [newMessages, newRooms] = [messages, rooms];
  [messages, rooms] = [[], new Map()];
  for (const room of newRooms.values()) desk.room(room);
  if (newMessages.length > 0) desk.messages(newMessages);
}, 40);

async function load() {
  const state = await api.state();
  setNow(state.now, state.ahead);
  desk.show(state);
  const known = revision;
  revision = state.rev;
  if (!ready) {
    ready = true;
    await desk.loadFirst();
    for (const act of early.splice(0)) act();
    draw();
  } else {
    await desk.catchUp(known);
  }
  document.documentElement.dataset.ready = 'true';
}

const refresh = debounce(() => load().catch(report), 60);
const whenReady = (act) => (event) => (ready ? act(event) : early.push(() => act(event)));
const unlessPlaying = (act) => (event, rev) => desk.scenes.playing || act(event, rev);

/** Everything is another office now: all phones are drawn anew. */
function startOver(scene = false) {
  ready = false;
  revision = 0;
  early = [];
  messages = [];
  rooms.clear();
  desk.clear();
  desk.tour.startOver(scene);
  refresh();
}

function report(error) {
  console.error(error);
  offline.hidden = false;
  setTimeout(refresh, 1500);
}

listen({
  hello: () => {
    offline.hidden = true;
    load().catch(report);
  },
  lost: () => { offline.hidden = false; },
  message: (message, rev) => {
    if (desk.scenes.playing) return desk.scenes.at(message.m?.date);
    revision = Math.max(revision, rev);
    messages.push(message);
    return draw();
  },
  room: unlessPlaying((room, rev) => {
    revision = Math.max(revision, rev);
    rooms.set(room.id, room);
    draw();
  }),
  alert: whenReady((answer) => desk.answer(answer)),
  typing: whenReady((action) => desk.typing(action)),
  commands: unlessPlaying(refresh),
  clock: (clock) => { setNow(clock.now, clock.ahead); desk.clockMoved(); },
  reset: unlessPlaying(() => startOver()),
  scene: ({ playing, failure, done, all }) => {
    desk.scenes.play(playing);
    if (playing) return void desk.scenes.progress(done, all);
    startOver(true);
    if (failure) desk.scenes.fail(failure);
  },
  call: unlessPlaying(() => desk.traffic()),
  update: unlessPlaying(() => desk.traffic()),
});
