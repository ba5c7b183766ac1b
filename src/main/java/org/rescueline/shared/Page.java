package org.rescueline.shared;

import java.util.List;
import java.util.function.Function;

/**
 * One page of a list.
 *
 * @param items what is on this page
 * @param total how many there are on all pages
 * @param page the page's number, from 0
 * @param size how many a page holds at most
 */
public record Page<T>(List<T> items, long total, int page, int size) {

    public Page {
        items = List.copyOf(items);
    }

    /** The page that answers a request. */
    public static <T> Page<T> of(List<T> items, long total, PageRequest request) {
        return new Page<>(items, total, request.page(), request.size());
    }

    /** The same page of other things, such as entities turned into views. */
    public <R> Page<R> map(Function<? super T, ? extends R> change) {
        return new Page<R>(items.stream().<R>map(change).toList(), total, page, size);
    }
}
