/** Git over SSH. The only package that knows Apache MINA SSHD. */
@NullMarked
package dev.assay.ssh;

import org.jspecify.annotations.NullMarked;
