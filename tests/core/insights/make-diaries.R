# SPDX-License-Identifier: GPL-3.0-or-later
#
# Makes up the diaries beside this file: Rscript make-diaries.R

set.seed(5)

habit <- function(n, share, memory) {
  anew <- runif(n) >= memory
  anew[1] <- TRUE
  as.integer(runif(n) < share)[cummax(ifelse(anew, seq_len(n), 0))]
}

noise <- function(n, memory) {
  as.numeric(filter(rnorm(n, sd = 2 * sqrt(1 - memory^2)), memory, "recursive"))
}

habits <- function(n, memory) {
  hard <- habit(n, 0.3, memory)
  none <- ifelse(hard == 1, 0L, habit(n, 0.4, memory))
  data.frame(
    caffeine = habit(n, 0.5, memory), alcohol = habit(n, 0.3, memory),
    nicotine = habit(n, 0.2, memory), hard = hard,
    late = ifelse(none == 1, 0L, habit(n, 0.4, memory)), none = none,
    routine = habit(n, 0.5, memory))
}

write <- function(name, day, restless, factors) {
  restless <- pmin(pmax(round(restless), 0), 10)
  write.csv(cbind(day = day, restless = restless, factors), paste0("diary-", name, ".csv"),
            quote = FALSE, row.names = FALSE, na = "")
}

blank <- function(values, share) replace(values, runif(length(values)) < share, NA)

# Two points more after caffeine, nothing else.
n <- 60
f <- habits(n, 0)
write("effect", seq_len(n), 3 + 2 * f$caffeine + noise(n, 0), f)

# Nothing at all; bad nights and habits come in runs.
n <- 120
f <- habits(n, 0.7)
write("runs", seq_len(n), 4 + noise(n, 0.5), f)

# A beginning: some factors on too few nights, one never.
n <- 26
f <- habits(n, 0.3)
f$nicotine <- 0L
f$alcohol <- as.integer(seq_len(n) %in% c(4, 9, 15, 22))
write("short", seq_len(n), 4 + f$routine * -1.5 + noise(n, 0), f)

# Nights are missing, a fortnight is, and answers.
n <- 90
f <- habits(n, 0.5)
restless <- blank(4 + 1.5 * f$alcohol + noise(n, 0.3), 0.1)
f[] <- lapply(f, blank, 0.15)
there <- runif(n) > 0.15 & !(seq_len(n) %in% 31:44)
write("gaps", which(there), restless[there], f[there, ])

# Wine and late workouts on the same evenings; the wind-down on the others.
n <- 70
f <- habits(n, 0.3)
same <- runif(n) < 0.85
f$late <- ifelse(same, f$alcohol, f$late)
f$none <- ifelse(f$late == 1, 0L, f$none)
f$routine <- ifelse(runif(n) < 0.9, 1L - f$alcohol, f$routine)
write("together", seq_len(n), 3 + 2.5 * f$alcohol + noise(n, 0.2), f)

# A week with caffeine, a week without, eight weeks.
n <- 56
f <- habits(n, 0.5)
f$caffeine <- rep(rep(c(1L, 0L), each = 7), 4)
write("trial", seq_len(n), 3 + 1.7 * f$caffeine + noise(n, 0.3), f)

# Each night like the others.
n <- 30
write("same", seq_len(n), rep(3, n), habits(n, 0.5))
