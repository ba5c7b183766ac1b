package org.rescueline.rescue;

/** Where a rescue job stands. Which stage may follow which is decided in one table, {@code StageTable}. */
public enum RescueStage {
    /** 待派: nobody has been asked yet. */
    PENDING,
    /** 已发出: a station has been asked. */
    OFFERED,
    /** 已接受 */
    ACCEPTED,
    /** 已拒绝: with a reason that the centre reviews. */
    DECLINED,
    /** 未应答: the station did not say yes or no. */
    UNANSWERED,
    /** 已出发 */
    DEPARTED,
    /** 已到达 */
    ARRIVED,
    /** 检查中 */
    INSPECTING,
    /** 维修中 */
    REPAIRING,
    /** 调件 */
    WAITING_FOR_PARTS,
    /** 二次外出: the van went home and must come again. */
    SECOND_TRIP,
    /** 已修复 */
    COMPLETED,
    /** 待回访: the customer is being asked whether all is well. */
    CALLBACK,
    /** 已关闭 */
    CLOSED,
    /** 已取消 */
    CANCELLED;

    /** Whether anything may still happen to the job. */
    public boolean isOpen() {
        return this != CLOSED && this != CANCELLED;
    }

    /** Whether the job holds the station's people or vans: asked and not finished. */
    public boolean occupiesStation() {
        return switch (this) {
            case OFFERED, ACCEPTED, DEPARTED, ARRIVED, INSPECTING, REPAIRING, WAITING_FOR_PARTS, SECOND_TRIP -> true;
            case PENDING, DECLINED, UNANSWERED, COMPLETED, CALLBACK, CLOSED, CANCELLED -> false;
        };
    }
}
