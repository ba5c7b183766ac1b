/** The REST paths of the mock. Each returns `{status, body}`; what it changes, it also tells the live feed. */
import * as data from './data.mjs';
import { tell } from './live.mjs';

let sessionUser = null;
const ok = (body, status = 200) => ({ status, body });
const problem = (status, code, detail, more = {}) => ({
  status,
  body: {
    type: 'about:blank',
    title: code,
    status,
    detail,
    kind: status === 404 ? 'NOT_FOUND' : status === 401 ? 'DENIED' : 'CONFLICT',
    code,
    fields: [],
    traceId: 'mock',
    ...more,
  },
});
const page = (items, query) => {
  const size = Number(query.get('size') ?? 50);
  const index = Number(query.get('page') ?? 0);
  return ok({ items: items.slice(index * size, (index + 1) * size), total: items.length, page: index, size });
};
const find = (list, id) => list.find((each) => each.id === id);
const has = (text, wanted) =>
  wanted === null || wanted === '' || JSON.stringify(text).toLowerCase().includes(wanted.toLowerCase());

/** Applies an edit if it was made on the current version, tells it, and gives the new view. */
function edit(list, type, id, headers, change) {
  const index = list.findIndex((each) => each.id === id);
  if (index < 0) return problem(404, 'shared.not-found', `没有 ${id}`);
  const match = headers['if-match'];
  if (match !== undefined && match !== `"${list[index].version}"`) {
    return problem(412, 'shared.stale', '有人先改了', { current: list[index] });
  }
  list[index] = { ...list[index], ...change(list[index]), version: list[index].version + 1 };
  tell(type, list[index]);
  return ok(list[index]);
}

function editEvent(event, { callerName, callerRole, vehicleId, answers, toldPlace, ...rest }) {
  const vehicle = data.vehicles.find((v) => v.id === vehicleId);
  return {
    ...rest,
    caller: {
      ...event.caller,
      ...(callerName === undefined ? {} : { name: callerName }),
      ...(callerRole === undefined ? {} : { role: callerRole }),
    },
    answers: Object.fromEntries(
      Object.entries({ ...event.answers, ...answers }).filter(([, value]) => value !== ''),
    ),
    toldPlace:
      toldPlace === undefined
        ? event.toldPlace
        : toldPlace && {
            highway: null,
            direction: null,
            postMeters: null,
            latitude: null,
            longitude: null,
            readBack: false,
            ...toldPlace,
          },
    ...(vehicle === undefined
      ? {}
      : {
          vehicle: {
            id: vehicle.id,
            plate: vehicle.plate,
            vin: vehicle.vin,
            model: vehicle.model,
            engineMake: vehicle.engineMake,
          },
          fix: data.positions.get(vehicle.id) ?? null,
        }),
  };
}

function dialCallback(id, headers) {
  const claimedBy = { id: sessionUser.id, name: sessionUser.displayName };
  const attempt = {
    id: `at-${Date.now()}`,
    at: new Date().toISOString(),
    operatorName: sessionUser.displayName,
    result: null,
    ringSeconds: null,
    talkSeconds: null,
    verdict: null,
    note: null,
  };
  const change = (state) => (c) => ({
    state,
    claimedBy,
    attempts: state === 'DIALLING' ? [...c.attempts, attempt] : c.attempts,
  });
  setTimeout(() => edit(data.callbacks, 'callback', id, {}, change('TALKING')), 1500);
  setTimeout(() => edit(data.callbacks, 'callback', id, {}, change('TO_CONFIRM')), 4000);
  return { ...edit(data.callbacks, 'callback', id, headers, change('DIALLING')), status: 202 };
}

function verdict(id, headers, body) {
  return edit(data.callbacks, 'callback', id, headers, (c) => ({
    state: body.reached ? 'DONE' : 'DUE',
    claimedBy: null,
    attempts: c.attempts.map((a, i) =>
      i < c.attempts.length - 1
        ? a
        : {
            ...a,
            result: 'ANSWERED',
            talkSeconds: 3,
            verdict: body.reached ? 'REACHED' : 'NOT_REACHED',
            note: body.note ?? null,
          },
    ),
  }));
}

function endCall(id) {
  const call = find(data.calls, id);
  Object.assign(call, { state: 'ENDED', endedAt: new Date().toISOString() });
  tell('call', call);
  return ok(undefined, 204);
}

const REASONS = ['BREAK', 'MEAL', 'PAPERWORK', 'TRAINING', 'MEETING', 'TECHNICAL', 'SUPERVISOR'];
let deskPage = null;
let deskState = { state: 'READY', reason: null, stateSince: new Date().toISOString() };

function desk() {
  if (deskPage === null || sessionUser?.extension == null) return null;
  const now = new Date().toISOString();
  return {
    extension: sessionUser.extension,
    userId: sessionUser.id,
    userName: sessionUser.displayName,
    pageId: deskPage,
    phone: 'DESK',
    wrapUpUntil: null,
    claimedAt: now,
    heartbeatAt: now,
    staleAt: null,
    ...deskState,
  };
}

function takeDesk(page) {
  deskPage = page;
  return ok({ desk: desk(), browserPhone: false, heartbeatMillis: 15_000, reasons: REASONS });
}

function moveDesk(state, reason) {
  deskState = { state, reason, stateSince: new Date().toISOString() };
  return ok(desk());
}

function answerCall(id) {
  const call = find(data.calls, id);
  Object.assign(call, {
    state: 'ANSWERED',
    answeredAt: new Date().toISOString(),
    operatorExtension: sessionUser.extension,
    operatorName: sessionUser.displayName,
    ringingExtensions: [],
    legs: data.legsOf(call.callerNumber, sessionUser.extension),
  });
  tell('call', call);
  tell('pop', { callId: id, phase: 'ANSWERED', card: data.callerCard(id), eventId: 'e-32' });
  return ok(undefined, 204);
}

function assign(id, headers, body) {
  return edit(data.rescues, 'rescue', id, headers, () => ({
    stage: 'OFFERED',
    stageSince: new Date().toISOString(),
    station: data.summaryOf(body.stationId),
    ranking: data.ranking(),
    promise: {
      kind: 'RESPOND',
      dueAt: new Date(Date.now() + 600_000).toISOString(),
      startedAt: new Date().toISOString(),
    },
  }));
}

const ROUTES = [
  [
    'GET',
    /^\/calls\/live$/,
    () => ok(data.calls.filter((c) => c.state !== 'ENDED' && c.state !== 'ABANDONED')),
  ],
  ['GET', /^\/calls\/([^/]+)\/caller-card$/, ({ id }) => ok(data.callerCard(id))],
  ['GET', /^\/calls\/([^/]+)$/, ({ id }) => ok(find(data.calls, id))],
  ['GET', /^\/calls$/, ({ query }) => page(data.calls, query)],
  ['GET', /^\/calls\/([^/]+)\/steps$/, () => ok([])],
  [
    'GET',
    /^\/desk$/,
    () => ok({ desk: desk(), browserPhone: false, heartbeatMillis: 15_000, reasons: REASONS }),
  ],
  ['GET', /^\/desk\/all$/, () => ok([desk()])],
  ['PUT', /^\/desk$/, ({ body }) => takeDesk(body.page)],
  ['POST', /^\/desk\/heartbeat$/, () => ok(desk())],
  ['POST', /^\/desk\/pause$/, ({ body }) => moveDesk('PAUSED', body.reason)],
  ['POST', /^\/desk\/resume$/, () => moveDesk('READY', null)],
  ['POST', /^\/calls\/([^/]+)\/answer$/, ({ id }) => answerCall(id)],
  ['POST', /^\/calls\/([^/]+)\/hangup$/, ({ id }) => endCall(id)],
  [
    'GET',
    /^\/events\/questions$/,
    ({ query }) => ok(data.questions.filter((q) => q.kinds.includes(query.get('kind')))),
  ],
  ['GET', /^\/events\/([^/]+)\/timeline$/, () => ok(data.timeline)],
  [
    'GET',
    /^\/events\/([^/]+)$/,
    ({ id }) =>
      find(data.events, id) ? ok(find(data.events, id)) : problem(404, 'event.not-found', `没有事件 ${id}`),
  ],
  [
    'GET',
    /^\/events$/,
    ({ query }) =>
      page(
        data.events.filter(
          (e) =>
            (query.get('owner') !== 'me' || e.ownerId === sessionUser.id) &&
            (!query.get('state') || query.getAll('state').includes(e.state)) &&
            (!query.get('kind') || e.kind === query.get('kind')) &&
            has(e, query.get('q')),
        ),
        query,
      ),
  ],
  [
    'PATCH',
    /^\/events\/([^/]+)$/,
    ({ id, headers, body }) => edit(data.events, 'event', id, headers, (e) => editEvent(e, body)),
  ],
  [
    'POST',
    /^\/events\/([^/]+)\/open$/,
    ({ id, headers }) =>
      edit(data.events, 'event', id, headers, () => ({ state: 'OPEN', openedAt: new Date().toISOString() })),
  ],
  [
    'POST',
    /^\/events\/([^/]+)\/close$/,
    ({ id, headers }) =>
      edit(data.events, 'event', id, headers, () => ({
        state: 'CLOSED',
        closedAt: new Date().toISOString(),
      })),
  ],
  [
    'POST',
    /^\/events\/([^/]+)\/(?:attach|separate)$/,
    ({ id, headers }) => edit(data.events, 'event', id, headers, () => ({})),
  ],
  [
    'POST',
    /^\/rescues$/,
    ({ body }) => {
      edit(data.events, 'event', body.eventId, {}, () => ({ rescueJobId: 'r-1' }));
      return ok(data.rescues[0], 201);
    },
  ],
  ['GET', /^\/rescues$/, ({ query }) => page(data.rescues, query)],
  ['POST', /^\/rescues\/([^/]+)\/rank$/, () => ok(data.ranking())],
  ['POST', /^\/rescues\/([^/]+)\/assign$/, ({ id, headers, body }) => assign(id, headers, body)],
  [
    'POST',
    /^\/rescues\/([^/]+)\/advance$/,
    ({ id, headers, body }) =>
      edit(data.rescues, 'rescue', id, headers, () => ({
        stage: body.to,
        stageSince: new Date().toISOString(),
      })),
  ],
  ['GET', /^\/rescues\/([^/]+)$/, ({ id }) => ok(find(data.rescues, id))],
  [
    'GET',
    /^\/callbacks$/,
    ({ query }) =>
      page(
        data.callbacks.filter((c) => !query.get('state') || query.getAll('state').includes(c.state)),
        query,
      ),
  ],
  ['POST', /^\/callbacks\/([^/]+)\/dial$/, ({ id, headers }) => dialCallback(id, headers)],
  ['POST', /^\/callbacks\/([^/]+)\/verdict$/, ({ id, headers, body }) => verdict(id, headers, body)],
  ['GET', /^\/stations\/nearest$/, () => ok(data.ranking())],
  ['GET', /^\/stations\/([^/]+)$/, ({ id }) => ok(find(data.stations, id))],
  [
    'GET',
    /^\/stations$/,
    ({ query }) =>
      page(
        data.stations.filter(
          (s) =>
            has(s, query.get('q')) &&
            (!query.get('status') || s.status === query.get('status')) &&
            (!query.get('office') || s.office === query.get('office')),
        ),
        query,
      ),
  ],
  [
    'GET',
    /^\/spot-checks$/,
    ({ query }) =>
      page(
        data.spotChecks.filter((c) => !query.get('stationId') || c.station.id === query.get('stationId')),
        query,
      ),
  ],
  ['GET', /^\/spot-checks\/([^/]+)$/, ({ id }) => ok(find(data.spotChecks, id))],
  ['POST', /^\/spot-checks$/, () => problem(409, 'spotcheck.calls-waiting', '有客户在排队，抽查先停。')],
  ['GET', /^\/vehicles\/positions$/, () => ok([...data.positions.values()])],
  [
    'GET',
    /^\/vehicles\/([^/]+)\/position$/,
    ({ id }) =>
      data.positions.has(id) ? ok(data.positions.get(id)) : problem(404, 'vehicle.no-position', '没有定位'),
  ],
  [
    'GET',
    /^\/vehicles\/([^/]+)\/track$/,
    ({ id }) => {
      const p = data.positions.get(id);
      return ok({
        type: 'Feature',
        geometry: {
          type: 'LineString',
          coordinates: Array.from({ length: 40 }, (_, i) => [
            p.longitude - (40 - i) * 0.01,
            p.latitude + Math.sin(i / 6) * 0.03,
          ]),
        },
        properties: {
          times: Array.from({ length: 40 }, (_, i) => data.ago((40 - i) * 60)),
          speedsKph: Array.from({ length: 40 }, () => 62),
          coursesDegrees: Array.from({ length: 40 }, () => 80),
          sources: Array.from({ length: 40 }, () => 'TERMINAL'),
          gaps: [],
          complete: true,
        },
      });
    },
  ],
  ['POST', /^\/vehicles\/([^/]+)\/position-query$/, () => ok({ asked: true })],
  ['GET', /^\/vehicles\/([^/]+)$/, ({ id }) => ok(find(data.vehicles, id))],
  [
    'GET',
    /^\/vehicles$/,
    ({ query }) =>
      page(
        data.vehicles.filter((v) => has(v, query.get('q'))),
        query,
      ),
  ],
  [
    'GET',
    /^\/console\/settings$/,
    () =>
      ok({
        demo: true,
        tileUrl: null,
        attribution: null,
        zone: 'Asia/Shanghai',
        hotlines: [
          { number: '4008809818', label: '400' },
          { number: '8008409818', label: '800' },
        ],
      }),
  ],
  ['GET', /^\/console\/search$/, ({ query }) => ok(search(query.get('q')))],
  ['GET', /^\/reports\/calls\/(?:summary|today)$/, () => ok(data.report())],
  [
    'POST',
    /^\/mock\/ring$/,
    () => {
      data.calls[0].state = 'ENDED';
      tell('call', data.calls[0]);
      const call = data.ringingCall();
      data.calls.push(call);
      tell('call', call);
      tell('pop', { callId: call.id, phase: 'RINGING', card: data.callerCard(call.id), eventId: null });
      return ok(call);
    },
  ],
];

function search(q) {
  const hits = [
    ...data.vehicles.map((v) => ({
      type: 'VEHICLE',
      id: v.id,
      title: v.plate,
      subtitle: `${v.model} · ${v.vin}`,
    })),
    ...data.events.map((e) => ({ type: 'EVENT', id: e.id, title: e.number, subtitle: e.caller.name })),
    ...data.stations.map((s) => ({ type: 'STATION', id: s.id, title: s.name, subtitle: s.office })),
  ];
  return hits.filter((hit) => has(hit, q)).slice(0, 12);
}

function session(method, body) {
  if (method === 'DELETE') {
    sessionUser = null;
    return ok(undefined, 204);
  }
  if (method === 'POST') {
    sessionUser = data.users.find((u) => u.username === body.username && body.password === 'demo') ?? null;
    if (sessionUser === null) return problem(401, 'security.sign-in-refused', '用户名或密码不对。');
  }
  return sessionUser === null
    ? problem(401, 'security.sign-in-required', '请登录。')
    : ok({ user: sessionUser, demo: true });
}

export function answer({ method, path, query, headers, body }) {
  if (path === '/session') return session(method, body);
  if (sessionUser === null) return problem(401, 'security.sign-in-required', '请登录。');
  for (const [verb, pattern, handle] of ROUTES) {
    const match = verb === method ? pattern.exec(path) : null;
    if (match !== null) return handle({ id: match[1], query, headers, body });
  }
  return problem(404, 'mock.no-such-path', `${method} ${path}`);
}
