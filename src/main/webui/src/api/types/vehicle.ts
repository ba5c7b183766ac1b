/** Vehicles, their terminals and where they are. */

export interface VehicleView {
  readonly id: string;
  readonly vin: string;
  readonly plate: string | null;
  readonly model: string | null;
  readonly driveForm: string | null;
  readonly engineMake: string | null;
  readonly engineModel: string | null;
  readonly gearboxMake: string | null;
  readonly owner: { readonly name: string | null; readonly company: string | null } | null;
  readonly contacts: readonly {
    readonly name: string | null;
    readonly role: ContactRole;
    readonly number: string;
  }[];
  readonly terminals: readonly {
    readonly terminalPhone: string;
    readonly protocol: string;
    readonly online: boolean;
  }[];
  readonly vinCheckDigitWrong?: boolean;
  readonly sale?: {
    readonly batch: string | null;
    readonly soldOn: string | null;
    readonly warrantyUntil: string | null;
  };
  readonly version: number;
}

/** A terminal's time in a vehicle. */
export interface FittingView {
  readonly terminalPhone: string;
  readonly vehicleId: string;
  readonly plate: string | null;
  readonly fittedAt: string | null;
  readonly fittedBy: string | null;
  readonly removedAt: string | null;
  readonly removedBy: string | null;
}

/** What a file of vehicles would do to the register, or did. */
export interface ImportAnswer {
  readonly id: string;
  readonly fileName: string;
  readonly rows: number;
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly bad: number;
  readonly badRows: readonly {
    readonly row: number;
    readonly name: string;
    readonly problems: readonly { readonly field: string; readonly message: string }[];
  }[];
  readonly ignoredHeadings: readonly string[];
  readonly takenAt: string | null;
}

/** How far a file is compared with the register, or written into it. */
export interface ImportProgress {
  readonly step: 'CHECKING' | 'WRITING';
  readonly done: number;
  readonly total: number;
}

export type DataQualityList =
  'TERMINAL_WITHOUT_VEHICLE' | 'VEHICLE_SILENT' | 'CLOCK_WRONG' | 'FIX_FROZEN' | 'STATION_WITHOUT_DUTY_PHONE';

export interface DataQualityCount {
  readonly list: DataQualityList;
  readonly count: number;
}

export interface DataQualityRow {
  readonly vehicleId: string | null;
  readonly stationId: string | null;
  readonly terminalPhone: string | null;
  readonly name: string | null;
  readonly hint: string | null;
  readonly since: string | null;
  readonly heardAt: string | null;
}

export interface PositionQueryOutcome {
  readonly result: 'ANSWERED' | 'NO_TERMINAL' | 'OFFLINE' | 'NO_ANSWER' | 'REFUSED';
  readonly position: PositionView | null;
  readonly waitedMillis: number;
}

export type ContactRole = 'DRIVER' | 'OWNER' | 'FLEET';

export interface PositionView {
  readonly vehicleId: string;
  readonly plate: string | null;
  readonly terminalPhone: string | null;
  readonly latitude: number;
  readonly longitude: number;
  readonly altitudeMeters: number | null;
  readonly speedKph: number | null;
  readonly courseDegrees: number | null;
  readonly ignitionOn: boolean | null;
  readonly fixedAt: string;
  readonly receivedAt: string;
  readonly sourceKind: 'TERMINAL' | 'HTTP';
  readonly alarm?: 'NONE' | 'WARNING' | 'SOS' | null;
  readonly placeName?: PlaceName | null;
}

/** The county a place lies in; names are data and stay Chinese in every language. */
export interface PlaceName {
  readonly code: string;
  readonly province: string;
  readonly city: string;
  readonly county: string;
  readonly text: string;
}

/** A kilometre post with its place on the ground. */
export interface RoadPlace {
  readonly road: string;
  readonly roadName: string | null;
  readonly postMeters: number;
  readonly latitude: number;
  readonly longitude: number;
  readonly carriageway: 'INCREASING' | 'DECREASING' | null;
  readonly towards: string | null;
  readonly courseDegrees: number;
}

/** A GeoJSON feature; `times[i]` belongs to `coordinates[i]`. */
export interface TrackView {
  readonly type: 'Feature';
  readonly geometry: { readonly type: 'LineString'; readonly coordinates: [number, number][] } | null;
  readonly properties: {
    readonly times: readonly string[];
    readonly speedsKph: readonly (number | null)[];
    readonly coursesDegrees: readonly (number | null)[];
    readonly sources: readonly PositionView['sourceKind'][];
    readonly gaps: readonly { readonly after: string; readonly until: string }[];
    readonly complete: boolean;
  };
}

/**
 * One truck in the live feed: id, plate, latitude, longitude, course, speed in km/h, fix in epoch milliseconds, alarm
 * (0 none, 1 some alarm, 2 the driver's emergency button).
 */
export type LivePosition = readonly [
  id: string,
  plate: string | null,
  latitude: number,
  longitude: number,
  courseDegrees: number | null,
  speedKph: number | null,
  fixedAtMillis: number,
  alarm?: number,
];
