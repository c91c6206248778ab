# SPDX-License-Identifier: GPL-3.0-or-later
#
# What src/core/insights must find in the diaries beside this file, worked out independently:
#
#   Rscript reference.R diary-*.csv > reference.csv
#
# Rows are factors of diaries; "nan" and "-" stand for what must not be said. Effects are searched
# for by bisection over tests of the data itself, not derived from the draws.

draws <- 200000
block <- 7
least <- 5
level <- 0.05

# Where one block after the other ends: after seven nights, or with the run that the seventh is part
# of, if that is no more than seven nights on.
ends_of_blocks <- function(label) {
  n <- length(label)
  changes <- c(which(diff(label) != 0), n)
  ends <- c()
  last <- 0
  while (last < n) {
    seventh <- last + block
    run <- changes[changes >= seventh][1]
    last <- min(n, run, seventh + block, na.rm = TRUE)
    ends <- c(ends, last)
  }
  ends
}

# All ways to turn the labels round, each with its blocks.
turns <- function(label) {
  n <- length(label)
  lapply(seq_len(n), function(first) {
    turned <- (seq_len(n) + first - 2) %% n + 1
    ends <- ends_of_blocks(label[turned])
    unname(split(turned, rep(seq_along(ends), diff(c(0, ends)))))
  })
}

# One way of dealing the labels out anew: turned round, cut into blocks, laid out in random order.
shuffle <- function(turns) {
  blocks <- turns[[sample.int(length(turns), 1)]]
  unlist(blocks[sample.int(length(blocks))])
}

# The difference of means for each column of labels.
differences <- function(outcome, labels) {
  with <- colSums(labels)
  sums <- colSums(labels * outcome)
  sums / with - (sum(outcome) - sums) / (nrow(labels) - with)
}

# How often chance gives as much when the true effect is delta.
p_value <- function(outcome, label, labels, delta) {
  rest <- outcome - delta * label
  true <- differences(rest, matrix(label))
  (1 + sum(abs(differences(rest, labels)) >= abs(true) - 1e-9)) / (1 + ncol(labels))
}

# The effect farthest from the middle that is not ruled out, within the scale of 0 to 10.
bisect <- function(outcome, label, labels, middle, end) {
  if (p_value(outcome, label, labels, end) > level) return(end)
  inside <- middle
  outside <- end
  while (abs(outside - inside) > 0.002) {
    try <- (inside + outside) / 2
    if (p_value(outcome, label, labels, try) > level) inside <- try else outside <- try
  }
  inside
}

test_factor <- function(outcome, label) {
  all_turns <- turns(label)
  order <- replicate(draws, shuffle(all_turns))
  labels <- matrix(label[order], nrow = length(label))
  difference <- mean(outcome[label == 1]) - mean(outcome[label == 0])
  # Some thousand of the draws are enough for the interval, which is searched for step by step.
  some <- labels[, seq_len(40000)]
  data.frame(
    median_with = median(outcome[label == 1]), median_without = median(outcome[label == 0]),
    difference = difference, p = p_value(outcome, label, labels, 0),
    low = bisect(outcome, label, some, difference, -10),
    high = bisect(outcome, label, some, difference, 10))
}

look_at <- function(file) {
  diary <- read.csv(file, na.strings = "", comment.char = "#")
  factors <- names(diary)[-(1:2)]
  rows <- lapply(factors, function(factor) {
    known <- !is.na(diary$restless) & !is.na(diary[[factor]])
    outcome <- diary$restless[known]
    label <- diary[[factor]][known]
    counts <- data.frame(diary = file, factor = factor, with = sum(label == 1), without = sum(label == 0))
    if (min(counts$with, counts$without) < least) {
      return(cbind(counts, median_with = NaN, median_without = NaN, difference = NaN, p = NaN,
                   low = NaN, high = NaN))
    }
    cbind(counts, test_factor(outcome, label))
  })
  found <- do.call(rbind, rows)
  found$adjusted <- p.adjust(found$p, "holm")
  companions <- lapply(factors, function(factor) {
    together <- sapply(factors, function(other) {
      known <- !is.na(diary$restless) & !is.na(diary[[factor]]) & !is.na(diary[[other]])
      one <- diary[[factor]][known]
      two <- diary[[other]][known]
      apart <- c("hard", "late")
      if (factor == other || (factor == "none" && other %in% apart) ||
          (other == "none" && factor %in% apart) ||
          min(sum(one == 1), sum(one == 0), sum(two == 1), sum(two == 0)) < least) return(0)
      cor(one, two)
    })
    most <- which.max(abs(together))
    if (abs(together[most]) < 0.5) data.frame(companion = "-", together = 0)
    else data.frame(companion = factors[most], together = together[[most]])
  })
  cbind(found, do.call(rbind, companions))
}

set.seed(20261122)
files <- commandArgs(trailingOnly = TRUE)
all <- do.call(rbind, lapply(files, look_at))
numbers <- sapply(all, is.numeric)
all[numbers] <- lapply(all[numbers], function(column) ifelse(is.nan(column), "nan", sprintf("%.6g", column)))
write.csv(all, quote = FALSE, row.names = FALSE)
