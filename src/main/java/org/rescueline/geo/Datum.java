package org.rescueline.geo;

/** The datum a pair of degrees was given in. Every input names its datum; only WGS-84 is stored. */
public enum Datum {
    /** What satellites and vehicle terminals report. */
    WGS84,
    /** What phones and maps sold in China show, some hundred metres away from WGS-84 inside China. */
    GCJ02,
    /** Baidu's datum, a further shift on top of GCJ-02. */
    BD09
}
