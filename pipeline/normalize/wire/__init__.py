"""What several wire formats share: safe XML, HTML fragments and plain text as blocks, their dates, findings about items."""
