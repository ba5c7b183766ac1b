package org.rescueline.shared;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which part of a list is wanted, and in which order.
 *
 * @param page from 0
 * @param size 1 to {@value #MAX_SIZE}
 * @param sort in order of weight; empty for the list's own order
 */
public record PageRequest(int page, int size, List<SortKey> sort) {

    /** The size when none is asked for. */
    public static final int DEFAULT_SIZE = 50;

    /** The largest page: beyond it a reader wants an export. */
    public static final int MAX_SIZE = 200;

    /** Keeps {@code page * size} within an int, and nobody leafs that far. */
    private static final int MAX_PAGE = 1_000_000;

    public PageRequest {
        require(page >= 0 && page <= MAX_PAGE, "page", "shared.page-out-of-range", Map.of("max", MAX_PAGE));
        require(size >= 1 && size <= MAX_SIZE, "size", "shared.size-out-of-range", Map.of("max", MAX_SIZE));
        sort = List.copyOf(sort);
    }

    /**
     * From the query parameters of a list.
     *
     * @param sort {@code field,-field}: a minus sorts downwards
     */
    public static PageRequest of(@Nullable Integer page, @Nullable Integer size, @Nullable String sort) {
        return new PageRequest(page == null ? 0 : page, size == null ? DEFAULT_SIZE : size, parse(sort));
    }

    /** The first page in the list's own order. */
    public static PageRequest first(int size) {
        return new PageRequest(0, size, List.of());
    }

    /** How many items come before this page. */
    public int offset() {
        return page * size;
    }

    private static List<SortKey> parse(@Nullable String sort) {
        if (sort == null || sort.isBlank()) {
            return List.of();
        }
        return Stream.of(sort.split(",", -1))
                .map(String::strip)
                .map(SortKey::parse)
                .toList();
    }

    private static void require(boolean holds, String field, String code, Map<String, Object> arguments) {
        if (!holds) {
            throw Failure.invalid(field, code, arguments);
        }
    }
}
