package org.rescueline.event;

/** What a case is about, in the order in which the desk offers the kinds (the first six carry their own key). */
public enum EventKind {
    /** 紧急救援: the truck cannot go on, or people are in danger. */
    EMERGENCY_RESCUE,
    /** 报修 */
    REPAIR_REQUEST,
    /** 技术咨询 */
    TECHNICAL_CONSULTATION,
    /** 配件查询 */
    PARTS_QUERY,
    /** 产品投诉 */
    PRODUCT_COMPLAINT,
    /** 服务投诉 */
    SERVICE_COMPLAINT,
    /** 建议 */
    SUGGESTION,
    /** 纠纷 */
    DISPUTE,
    /** 质量缺陷 */
    QUALITY_DEFECT,
    /** 政策咨询 */
    POLICY_QUERY,
    /** 表扬 */
    PRAISE,
    /** 误拨 */
    WRONG_NUMBER
}
