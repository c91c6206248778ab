# SPDX-License-Identifier: GPL-3.0-or-later
#
# What src/core/insights must find in the diaries beside this file, worked out independently:
#
#   Rscript reference.R diary-effect.csv … > reference.csv
#
# Rows are factors of diaries; "nan" and "-" stand for what must not be said. Effects are searched
# for by bisection over tests of the data itself, not derived from the draws.

draws <- 200000
block <- 7
least <- 5
level <- 0.05

# For each night that the labels can begin with, for each place from there on: where its run ends.
ends_of_runs <- function(label) {
  n <- length(label)
  lapply(seq_len(n), function(first) {
    turned <- label[(seq_len(n) + first - 2) %% n + 1]
    lengths <- rle(turned)$lengths
    rep(cumsum(lengths), lengths)
  })
}

# One way of dealing the labels out anew: turned round, cut into blocks, laid out in random order. A
# block ends after seven nights; or, as a coin falls, with the run that the seventh is part of, if
# that is no more than seven nights on.
shuffle <- function(n, ends) {
  first <- sample.int(n, 1)
  waits <- runif(n) < 0.5
  cuts <- 0
  last <- 0
  while (last < n) {
    seventh <- last + block
    last <- if (seventh >= n) n
            else if (waits[seventh]) min(ends[[first]][seventh], seventh + block)
            else seventh
    cuts <- c(cuts, last)
  }
  n_blocks <- length(cuts) - 1
  order <- sample.int(n_blocks)
  places <- sequence(diff(cuts)[order], from = cuts[order] + 1)
  (places + first - 2) %% n + 1
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
  ends <- ends_of_runs(label)
  order <- replicate(draws, shuffle(length(label), ends))
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
