/** A night at the desk, as the service would tell it. Everything in it is fictional. */
const start = Date.now();

/** The instant so many seconds before (or, negative, after) the start of the mock. */
export const ago = (seconds) => new Date(start - seconds * 1000).toISOString();

const user = (id, username, displayName, roles, extension) => ({
  id,
  username,
  displayName,
  roles,
  extension,
  language: 'zh',
  active: true,
});
export const users = [
  user('u-1', 'operator', '演示坐席01', ['OPERATOR'], '1001'),
  user('u-2', 'dispatcher', '演示派单员02', ['DISPATCHER'], '1002'),
  user('u-3', 'supervisor', '演示值班长01', ['SUPERVISOR'], '1003'),
  user('u-4', 'admin', '演示管理员01', ['ADMIN'], null),
];
const actor = (who) => ({ kind: 'USER', id: who.id, name: who.displayName });
export const SYSTEM = { kind: 'SYSTEM', id: 'system', name: 'system' };

const phone = (id, number, primary, verdict, ringSeconds) => ({
  id,
  number,
  label: primary ? '值班' : '备用',
  primary,
  lastCheck: verdict === null ? null : { spotCheckId: `sc-${id}`, at: ago(86_400), verdict, ringSeconds },
});
const station = (id, code, name, office, latitude, longitude, more = {}) => ({
  id,
  code,
  name,
  office,
  status: 'ACTIVE',
  starGrade: 4,
  headName: '演示站长',
  headPhone: '13800000900',
  dutyPhones: [
    phone(`${id}-p1`, '0913-000-0010', true, 'ANSWERED_IN_TIME', 7.2),
    phone(`${id}-p2`, '0913-000-0011', false, null, null),
  ],
  address: '演示路 1 号',
  latitude,
  longitude,
  capabilities: ['CHASSIS', 'ELECTRICAL', 'ENGINE_WEICHAI'],
  nightOpening: true,
  rescueVans: 2,
  technicians: 5,
  serviceRadiusKm: 120,
  openJobs: 0,
  version: 1,
  ...more,
});
export const stations = [
  station('s-1', 'D-0601', '华州演示站', '渭南', 34.512, 109.771),
  station('s-2', 'D-0605', '渭南临渭演示站', '渭南', 34.502, 109.509, { openJobs: 1, rescueVans: 3 }),
  station('s-3', 'D-0607', '大荔演示站', '渭南', 34.797, 109.943, { rescueVans: 1, starGrade: 3 }),
  station('s-4', 'D-0611', '华阴演示站', '渭南', 34.566, 110.092, {
    dutyPhones: [phone('s-4-p1', '0913-000-0040', true, 'NO_ANSWER', 32)],
  }),
  station('s-5', 'D-0613', '潼关演示站', '渭南', 34.544, 110.246, { status: 'SUSPENDED' }),
  ...Array.from({ length: 45 }, (_, i) =>
    station(
      `s-${i + 6}`,
      `D-${1000 + i}`,
      `演示服务站${String(i + 6).padStart(3, '0')}`,
      ['西安东', '咸阳', '宝鸡', '汉中', '三门峡'][i % 5],
      30 + ((i * 37) % 130) / 10,
      100 + ((i * 53) % 180) / 10,
      { starGrade: 1 + (i % 5), nightOpening: i % 3 > 0 },
    ),
  ),
];
const summary = (s) => ({
  id: s.id,
  code: s.code,
  name: s.name,
  office: s.office,
  latitude: s.latitude,
  longitude: s.longitude,
  dutyPhone: s.dutyPhones[0].number,
});
export const summaryOf = (id) => summary(stations.find((s) => s.id === id));

const reason = (sign, code, args = {}) => ({ sign, code, arguments: args });
const candidate = (rank, s, distanceMeters, low, high, reasons) => ({
  rank,
  station: summary(s),
  distanceMeters,
  etaLowMinutes: low,
  etaHighMinutes: high,
  openJobs: s.openJobs,
  rescueVans: s.rescueVans,
  reasons,
});
export const ranking = () => ({
  id: 'rk-1',
  place: { latitude: 34.532, longitude: 109.9 },
  need: ['ENGINE_WEICHAI'],
  rankedAt: ago(9),
  etaMethod: 'STRAIGHT_LINE_ESTIMATE',
  candidates: [
    candidate(1, stations[0], 12_040, 34, 42, [
      reason('FOR', 'NEAREST'),
      reason('FOR', 'HAS_CAPABILITY', { capabilities: ['ENGINE_WEICHAI'] }),
      reason('FOR', 'ANSWERED_LAST_CHECK', { ringSeconds: 7.2 }),
      reason('FOR', 'OPEN_AT_NIGHT'),
    ]),
    candidate(2, stations[1], 36_100, 47, 58, [
      reason('FOR', 'VAN_FREE', { vans: 2 }),
      reason('AGAINST', 'BUSY_JOBS', { openJobs: 1 }),
    ]),
    candidate(3, stations[2], 29_800, 55, 74, [
      reason('FOR', 'OPEN_AT_NIGHT'),
      reason('FOR', 'VAN_FREE', { vans: 1 }),
    ]),
  ],
  excluded: [
    {
      station: summary(stations[3]),
      distanceMeters: 17_900,
      reasons: [reason('AGAINST', 'MISSED_LAST_CHECK', { verdict: 'NO_ANSWER' })],
    },
    {
      station: summary(stations[4]),
      distanceMeters: 31_700,
      reasons: [reason('AGAINST', 'NOT_ACTIVE', { status: 'SUSPENDED' })],
    },
  ],
});

const vehicle = (id, vin, plate, model, engineMake, engineModel, online) => ({
  id,
  vin,
  plate,
  model,
  driveForm: '6×4',
  engineMake,
  engineModel,
  gearboxMake: 'FAST',
  owner: { name: '演示车主02', company: '演示物流一队' },
  contacts: [{ name: '演示司机02', role: 'DRIVER', number: '+8613800000021' }],
  terminals: [{ terminalPhone: `0138000${id.slice(2).padStart(5, '0')}`, protocol: 'JT808_2019', online }],
  version: 1,
});
export const vehicles = [
  vehicle('v-21', 'LZGDEM007RX000021', '陕A·演0021', 'X6000 牵引', 'WEICHAI', 'WP13', true),
  vehicle('v-47', 'LZGDEM001PX000047', '陕A·演0047', 'X3000 载货', 'CUMMINS', 'ISM11', false),
  ...Array.from({ length: 60 }, (_, i) =>
    vehicle(
      `v-${100 + i}`,
      `LZGDEM00XRX000${100 + i}`,
      `陕A·演${String(100 + i).padStart(4, '0')}`,
      ['X5000 牵引', 'M3000 自卸', 'X6000 载货'][i % 3],
      ['WEICHAI', 'CUMMINS'][i % 2],
      'WP12',
      i % 4 !== 0,
    ),
  ),
];
export const position = (v, latitude, longitude, seconds, speedKph = 0) => ({
  vehicleId: v.id,
  plate: v.plate,
  terminalPhone: v.terminals[0].terminalPhone,
  latitude,
  longitude,
  altitudeMeters: 420,
  speedKph,
  courseDegrees: 265,
  ignitionOn: true,
  fixedAt: ago(seconds),
  receivedAt: ago(seconds - 1),
  sourceKind: 'TERMINAL',
});
export const positions = new Map([
  ['v-21', position(vehicles[0], 34.532, 109.9, 38)],
  ['v-47', position(vehicles[1], 34.3, 108.9, 11_000)],
  ...vehicles
    .slice(2)
    .map((v, i) => [
      v.id,
      position(v, 31 + ((i * 41) % 80) / 10, 105 + ((i * 29) % 90) / 10, (i % 9) * 7, 40 + i),
    ]),
]);

const call = (id, state, callerNumber, dialedNumber, offered, more = {}) => ({
  id,
  pbx: 'demo',
  linkedid: `${id}.1`,
  direction: 'INBOUND',
  purpose: null,
  state,
  callerNumber,
  dialedNumber,
  offeredAt: ago(offered),
  queuedAt: ago(offered),
  ringingAt: null,
  answeredAt: null,
  endedAt: null,
  abandonedAt: null,
  ringingExtensions: [],
  operatorExtension: null,
  operatorId: null,
  operatorName: null,
  waitSeconds: null,
  talkSeconds: null,
  hangupCause: null,
  rebuilt: false,
  legs: [],
  ...more,
});
export const calls = [
  call('c-1', 'ANSWERED', '+8613800000021', '4008809818', 171, {
    answeredAt: ago(167),
    ringingAt: ago(170),
    operatorExtension: '1001',
    operatorId: 'u-1',
    operatorName: '演示坐席01',
    waitSeconds: 4,
  }),
  call('c-2', 'QUEUED', '139****0118', '4008809818', 18),
  call('c-3', 'QUEUED', '137****0305', '8008409818', 5),
];
export const ringingCall = () =>
  call('c-9', 'RINGING', '+8613800000021', '4008809818', 3, {
    ringingAt: ago(2),
    ringingExtensions: ['1001'],
  });

const eventSummary = (id, number, kind, state, seconds, priority) => ({
  id,
  number,
  kind,
  state,
  openedAt: ago(seconds),
  priority,
});
const baseEvent = {
  state: 'OPEN',
  source: 'CALL',
  createdAt: ago(3000),
  closeReason: null,
  mergedInto: null,
  placeGap: null,
  placeChoice: null,
  place: null,
  priority: 'P3',
  priorityRule: { version: 14, row: 9, conditions: [] },
  caller: { number: '138****0021', name: '演示司机02', role: 'DRIVER' },
  vehicle: null,
  toldPlace: null,
  fix: null,
  answers: {},
  story: '',
  openedBy: '演示坐席01',
  ownerId: 'u-1',
  ownerName: '演示坐席01',
  closedAt: null,
  calls: [],
  rescueJobId: null,
  repeatWithin24h: [],
  version: 1,
};
const vehicleOf = (v) => ({ id: v.id, plate: v.plate, vin: v.vin, model: v.model, engineMake: v.engineMake });
export const events = [
  {
    ...baseEvent,
    id: 'e-32',
    number: 'EV-260114-0032',
    state: 'DRAFT',
    kind: 'EMERGENCY_RESCUE',
    priority: 'P2',
    priorityRule: {
      version: 14,
      row: 3,
      conditions: [
        { about: 'KIND', anyOf: ['EMERGENCY_RESCUE'] },
        { about: 'STOPPED_ON', anyOf: ['LANE', 'SHOULDER'] },
        { about: 'ENGINE', anyOf: ['WONT_START'] },
      ],
    },
    caller: { number: '+8613800000021', name: '演示司机02', role: 'DRIVER' },
    vehicle: vehicleOf(vehicles[0]),
    toldPlace: {
      text: 'G30 连霍高速 往西安方向 K958+300',
      highway: 'G30',
      direction: '西安',
      postMeters: 958_300,
      latitude: 34.55,
      longitude: 110.19,
      readBack: false,
    },
    placeGap: { straightLineMeters: 26_700, method: 'STRAIGHT_LINE', disagrees: true },
    placeChoice: null,
    place: {
      latitude: 34.532,
      longitude: 109.9,
      text: 'G30 连霍高速 往西安方向 K958+300',
      provenance: 'MEASURED',
    },
    fix: positions.get('v-21'),
    answers: {
      PERSON_SAFE: 'YES',
      STOPPED_ON: 'SHOULDER',
      INJURIES: 'NONE',
      DANGEROUS_GOODS: 'NONE',
      LOAD: 'FULL',
      ENGINE: 'WONT_START',
    },
    story:
      '行驶中水温报警，停应急车道后无法再次启动，车头下方有冷却液滴漏。客户已放三角牌，车上 1 人，手机电量 40 %。',
    openedAt: null,
    calls: [{ callId: 'c-1', at: ago(167), direction: 'INBOUND' }],
    repeatWithin24h: [
      {
        eventId: 'e-17',
        number: 'EV-260113-0417',
        kind: 'REPAIR_REQUEST',
        state: 'OPEN',
        openedAt: ago(22_000),
      },
    ],
    version: 3,
  },
  {
    ...baseEvent,
    id: 'e-17',
    number: 'EV-260113-0417',
    kind: 'REPAIR_REQUEST',
    vehicle: vehicleOf(vehicles[0]),
    openedAt: ago(22_000),
    story: '冷却液温度高。',
    version: 2,
  },
  {
    ...baseEvent,
    id: 'e-29',
    number: 'EV-260114-0029',
    kind: 'TECHNICAL_CONSULTATION',
    priority: 'P4',
    openedAt: ago(3100),
  },
  {
    ...baseEvent,
    id: 'e-25',
    number: 'EV-260114-0025',
    kind: 'EMERGENCY_RESCUE',
    priority: 'P1',
    vehicle: vehicleOf(vehicles[5]),
    openedAt: ago(5200),
    rescueJobId: 'r-1',
  },
  ...Array.from({ length: 30 }, (_, i) => ({
    ...baseEvent,
    id: `e-${100 + i}`,
    number: `EV-260113-0${100 + i}`,
    kind: ['EMERGENCY_RESCUE', 'PARTS_QUERY', 'PRODUCT_COMPLAINT', 'PRAISE', 'POLICY_QUERY'][i % 5],
    priority: ['P1', 'P2', 'P3', 'P4'][i % 4],
    state: 'CLOSED',
    vehicle: vehicleOf(vehicles[i + 2]),
    openedAt: ago(30_000 + i * 1300),
    closedAt: ago(20_000),
    ownerId: 'u-9',
    ownerName: '演示坐席03',
    story: '已处理。',
  })),
];
export const callerCard = (callId) => ({
  callId,
  callerNumber: '+8613800000021',
  known: true,
  name: '演示司机02',
  role: 'DRIVER',
  company: '演示物流一队',
  callCount: 4,
  firstCallAt: ago(86_400 * 150),
  vehicles: [
    { vehicle: vehicles[0], position: positions.get('v-21'), likely: true },
    { vehicle: vehicles[1], position: positions.get('v-47'), likely: false },
  ],
  openEvents: [eventSummary('e-17', 'EV-260113-0417', 'REPAIR_REQUEST', 'OPEN', 22_000, 'P3')],
  history: [
    eventSummary('e-17', 'EV-260113-0417', 'REPAIR_REQUEST', 'OPEN', 22_000, 'P3'),
    eventSummary('e-a', 'EV-251202-0051', 'PARTS_QUERY', 'CLOSED', 86_400 * 42, 'P4'),
    eventSummary('e-b', 'EV-251019-0012', 'EMERGENCY_RESCUE', 'CLOSED', 86_400 * 86, 'P2'),
  ],
  eventId: 'e-32',
  nearest: ranking(),
  missing: [],
});
export const timeline = [
  {
    id: 't1',
    at: ago(171),
    actor: SYSTEM,
    kind: 'CALL_ATTACHED',
    provenance: 'MEASURED',
    arguments: { callId: 'c-1', number: '138****0021' },
  },
  {
    id: 't2',
    at: ago(167),
    actor: SYSTEM,
    kind: 'EVENT_DRAFTED',
    provenance: 'MEASURED',
    arguments: { source: 'CALL' },
  },
  {
    id: 't3',
    at: ago(100),
    actor: actor(users[0]),
    kind: 'EVENT_EDITED',
    provenance: 'TOLD',
    arguments: { fields: { toldPlace: 'G30 K958+300' } },
  },
];

const callback = (id, state, reasonCode, number, created, due, deadline, more = {}) => ({
  id,
  reason: reasonCode,
  number,
  callId: 'c-x',
  eventId: null,
  createdAt: ago(created),
  dueAt: ago(due),
  deadlineAt: ago(deadline),
  state,
  claimedBy: null,
  attempts: [],
  version: 1,
  ...more,
});
const attempt = (id, seconds, result, verdict, more = {}) => ({
  id,
  at: ago(seconds),
  operatorName: '演示坐席03',
  result,
  ringSeconds: 22,
  talkSeconds: null,
  verdict,
  note: null,
  ...more,
});
export const callbacks = [
  callback('cb-1', 'DUE', 'ABANDONED_CALL', '+8613600000440', 1330, 1330, -460),
  callback('cb-2', 'DUE', 'ABANDONED_CALL', '+8615000000027', 1720, 1720, -72),
  callback('cb-3', 'DUE', 'PROMISE', '13900000733', 4000, -600, -4000, { eventId: 'e-29' }),
  callback('cb-4', 'DUE', 'ABANDONED_CALL', '13500000512', 2800, -300, -900, {
    attempts: [attempt('a1', 900, 'NO_ANSWER', 'NOT_REACHED')],
  }),
  callback('cb-5', 'TALKING', 'ABANDONED_CALL', '13300000118', 900, 900, -900, {
    claimedBy: { id: 'u-7', name: '演示坐席05' },
    attempts: [attempt('a2', 40, null, null, { operatorName: '演示坐席05' })],
  }),
  callback('cb-6', 'DONE', 'ABANDONED_CALL', '13700000666', 9000, 9000, 7000, {
    attempts: [
      attempt('a3', 8400, 'ANSWERED', 'REACHED', { ringSeconds: 8, talkSeconds: 96, note: '问配件，已答' }),
    ],
  }),
  callback('cb-7', 'GIVEN_UP', 'ABANDONED_CALL', '13100000321', 20_000, 20_000, 16_000, {
    attempts: [
      attempt('a4', 19_000, 'BUSY', 'NOT_REACHED'),
      attempt('a5', 18_000, 'NO_ANSWER', 'NOT_REACHED'),
      attempt('a6', 17_000, 'UNREACHABLE', 'NOT_REACHED'),
    ],
  }),
];

export const spotChecks = [
  {
    id: 'sc-1',
    station: summary(stations[3]),
    dutyPhone: { id: 's-4-p1', number: '0913-000-0040' },
    state: 'DONE',
    requestedBy: users[2].id,
    requestedByName: users[2].displayName,
    requestedAt: ago(900),
    dialledAt: ago(890),
    ringSeconds: 32,
    answerWithinSeconds: 15,
    verdict: 'NO_ANSWER',
    counts: true,
    hangupCause: 19,
    endedAt: ago(850),
    callId: null,
    planId: null,
  },
  {
    id: 'sc-2',
    station: summary(stations[0]),
    dutyPhone: { id: 's-1-p1', number: '0913-000-0010' },
    state: 'DONE',
    requestedBy: users[2].id,
    requestedByName: users[2].displayName,
    requestedAt: ago(2900),
    dialledAt: ago(2890),
    ringSeconds: 7.2,
    answerWithinSeconds: 15,
    verdict: 'ANSWERED_IN_TIME',
    counts: true,
    hangupCause: 16,
    endedAt: ago(850),
    callId: null,
    planId: null,
  },
  {
    id: 'sc-3',
    station: summary(stations[2]),
    dutyPhone: { id: 's-3-p1', number: '0913-000-0010' },
    state: 'DONE',
    requestedBy: users[2].id,
    requestedByName: users[2].displayName,
    requestedAt: ago(4900),
    dialledAt: ago(4890),
    ringSeconds: null,
    answerWithinSeconds: 15,
    verdict: 'OUR_LINE_FAILED',
    counts: false,
    hangupCause: 38,
    endedAt: ago(850),
    callId: null,
    planId: null,
  },
];

const choice = (code, order, values, kinds = ['EMERGENCY_RESCUE', 'REPAIR_REQUEST']) => ({
  code,
  order,
  type: 'CHOICE',
  choices: values.map(([value, key]) => ({ value, key })),
  kinds,
});
const yesNo = [
  ['YES', 'Y'],
  ['NO', 'N'],
  ['UNKNOWN', '0'],
];
const noneYes = [
  ['NONE', 'N'],
  ['YES', 'Y'],
  ['UNKNOWN', '0'],
];
const numbered = (...values) => values.map((value, i) => [value, String(i + 1)]);
export const questions = [
  choice('PERSON_SAFE', 1, yesNo),
  choice('STOPPED_ON', 2, numbered('LANE', 'SHOULDER', 'AREA', 'OTHER')),
  choice('INJURIES', 3, noneYes),
  choice('DANGEROUS_GOODS', 4, noneYes),
  choice('LOAD', 5, numbered('EMPTY', 'HALF', 'FULL')),
  choice('ENGINE', 6, numbered('RUNS', 'STARTS', 'WONT_START')),
  choice('WARNING_LAMP', 7, numbered('COOLANT', 'OIL', 'CODE', 'NONE')),
  {
    code: 'WARNING_CODE',
    order: 8,
    type: 'TEXT',
    choices: [],
    kinds: ['EMERGENCY_RESCUE', 'REPAIR_REQUEST', 'TECHNICAL_CONSULTATION'],
  },
  choice('TEMPERATURE', 9, numbered('BELOW_MINUS_10', 'MINUS_10_TO_0', 'ABOVE_0')),
];

const stage = (name, seconds, who = SYSTEM) => ({
  stage: name,
  at: ago(seconds),
  actor: who,
  provenance: 'MEASURED',
});
const job = (n, stageName, priority, v, stationId, since, due, more = {}) => ({
  id: `r-${n}`,
  number: `RJ-260114-00${String(n).padStart(2, '0')}`,
  eventId: 'e-25',
  eventNumber: 'EV-260114-0025',
  priority,
  vehicle: { id: v.id, plate: v.plate, model: v.model },
  place: {
    latitude: positions.get(v.id).latitude,
    longitude: positions.get(v.id).longitude,
    text: 'G30 K985+100 往西安',
    provenance: 'MEASURED',
  },
  station: stationId === null ? null : summaryOf(stationId),
  stage: stageName,
  stageSince: ago(since),
  stages: [stage('PENDING', since + 900), stage(stageName, since, actor(users[1]))],
  promise:
    due === null
      ? null
      : {
          kind:
            { PENDING: 'ASSIGN', OFFERED: 'RESPOND', ACCEPTED: 'DEPART', DEPARTED: 'ARRIVE' }[stageName] ??
            'COMPLETE',
          dueAt: ago(-due),
          startedAt: ago(since),
        },
  blockedBy: null,
  trips: [],
  ranking: null,
  assignedBy: stationId === null ? null : actor(users[1]),
  allowedTransitions:
    {
      PENDING: ['OFFERED', 'CANCELLED'],
      OFFERED: ['ACCEPTED', 'DECLINED', 'UNANSWERED', 'CANCELLED'],
      ACCEPTED: ['DEPARTED', 'CANCELLED'],
      DEPARTED: ['ARRIVED', 'CANCELLED'],
      ARRIVED: ['INSPECTING'],
      REPAIRING: ['WAITING_FOR_PARTS', 'SECOND_TRIP', 'COMPLETED'],
    }[stageName] ?? [],
  version: 1,
  createdAt: ago(since + 900),
  ...more,
});
export const rescues = [
  job(1, 'PENDING', 'P2', vehicles[0], null, 446, 154),
  job(2, 'PENDING', 'P3', vehicles[3], null, 70, 231),
  job(3, 'OFFERED', 'P2', vehicles[4], 's-4', 500, 98),
  job(4, 'OFFERED', 'P3', vehicles[5], 's-3', 175, 425),
  job(5, 'ACCEPTED', 'P1', vehicles[6], 's-2', 1392, -192),
  job(6, 'ACCEPTED', 'P3', vehicles[7], 's-3', 450, 750),
  job(7, 'DEPARTED', 'P2', vehicles[8], 's-2', 5900, 1300),
  job(8, 'DEPARTED', 'P2', vehicles[9], 's-1', 3000, 2895),
  job(9, 'ARRIVED', 'P3', vehicles[10], 's-1', 120, 1100),
  job(10, 'REPAIRING', 'P3', vehicles[11], 's-2', 4000, 2320),
  job(11, 'WAITING_FOR_PARTS', 'P3', vehicles[12], 's-3', 9000, 7980, { blockedBy: 'WEATHER' }),
  job(12, 'CALLBACK', 'P4', vehicles[13], 's-1', 9000, null),
];

export const report = () => ({
  asOf: ago(0),
  from: ago(36_000),
  definitions: {
    serviceLevel: {
      zh: '入队后门限内由人接起 ÷ 全部入队来电，5 秒内自行挂断的不计',
      en: 'answered by a person within the threshold ÷ all offered, leaving out callers who gave up within 5 s',
    },
    abandoned: { zh: '接起前挂断', en: 'hung up before an answer' },
  },
  offered: 660,
  answered: 644,
  abandoned: 16,
  shortAbandoned: 4,
  serviceLevel: [
    { thresholdSeconds: 15, numerator: 603, denominator: 660, percent: 91.4, targetPercent: 90 },
    { thresholdSeconds: 20, numerator: 621, denominator: 660, percent: 94.1, targetPercent: 95 },
  ],
  averageAnswerSeconds: 8.2,
  averageHandleSeconds: 221,
  waiting: 2,
  longestWaitSeconds: 18,
  perDialedNumber: [
    {
      dialedNumber: '4008809818',
      offered: 521,
      answered: 507,
      abandoned: 14,
      within15: 472,
      counted15: 521,
      within20: 487,
      counted20: 521,
      averageAnswerSeconds: 8.6,
      waiting: 1,
    },
    {
      dialedNumber: '8008409818',
      offered: 139,
      answered: 137,
      abandoned: 2,
      within15: 131,
      counted15: 139,
      within20: 134,
      counted20: 139,
      averageAnswerSeconds: 6.7,
      waiting: 1,
    },
  ],
  halfHours: Array.from({ length: 21 }, (_, i) => {
    const offered = 6 + Math.round(36 * Math.abs(Math.sin(i / 7)));
    return {
      start: ago((20 - i) * 1800),
      offered,
      answered: offered - (i % 3),
      abandoned: i % 3,
      within15: offered - (i % 3) - (i % 4),
      counted15: offered,
      finished: i < 20,
    };
  }),
  operators: [
    { id: 'u-1', name: '演示坐席01', extension: '1001', state: 'TALKING', since: ago(167), callId: 'c-1' },
    { id: 'u-7', name: '演示坐席05', extension: '1101', state: 'FREE', since: ago(39), callId: null },
    { id: 'u-8', name: '演示坐席07', extension: '1102', state: 'AWAY', since: ago(490), callId: null },
  ],
});
