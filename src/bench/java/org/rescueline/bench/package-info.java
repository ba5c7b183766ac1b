/**
 * The figures the centre must reach, measured on real parts: {@code mvn -Pbench verify -Dbench=NAME} runs one benchmark and
 * writes {@code target/bench/NAME.json}. What they mean and what was last seen: {@code src/docs/benchmarks.md}.
 */
package org.rescueline.bench;
